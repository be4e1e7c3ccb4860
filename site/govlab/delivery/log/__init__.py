"""The log of published documents: marks, the relay that writes it, and how it is read."""
