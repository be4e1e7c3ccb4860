"""The log of published documents: dirty marks, the relay that writes it, feed and consumers."""
