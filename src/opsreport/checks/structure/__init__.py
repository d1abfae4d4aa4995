"""Structure and leftovers: what is missing, doubled, left over from a template or from the web."""
