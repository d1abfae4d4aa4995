"""Values: figures that contradict one another, or cannot be what was meant."""
