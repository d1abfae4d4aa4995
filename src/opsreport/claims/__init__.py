"""What the texts of a bundle claim: numbers tied to metrics by name, unit and clause, or left alone."""
