"""Typography: punctuation, spacing and signs as the standards have them."""
