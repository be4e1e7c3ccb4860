"""Settings and addresses of the servers; only the bench uses them."""
