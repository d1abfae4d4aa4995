"""The bundle as the rest of the house sees it."""
