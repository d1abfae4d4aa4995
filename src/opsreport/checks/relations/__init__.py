"""Relations: parts of a bundle that should fit each other."""
