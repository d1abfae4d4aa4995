"""From files to nodes: the text of every leaf as it was written, and where it stands."""
