"""Wording: sentences whose words do not fit their figures."""
