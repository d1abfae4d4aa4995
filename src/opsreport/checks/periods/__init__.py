"""Periods: times that cannot be what was meant."""
