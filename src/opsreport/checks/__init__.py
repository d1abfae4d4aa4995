"""Rules across the bundle: they judge, they only ever add findings."""
