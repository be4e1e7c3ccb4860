"""The delivery API: its routers, and what all its responses have in common."""
