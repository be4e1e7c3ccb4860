"""The API kit: what every answer has in common, and the routers."""
