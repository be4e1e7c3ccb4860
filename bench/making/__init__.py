"""Makes the bench's content."""
