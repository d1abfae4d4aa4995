"""Finished Chinese operations reports from one bundle of figures and texts."""

__version__ = "0.1.0"
