"""How a page becomes a document."""
