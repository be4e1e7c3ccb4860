"""The first screen after signing in: what waits for the account, and where it works on it."""
