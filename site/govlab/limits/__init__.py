"""How often one client may do what, and who that client is. Knows Django and nothing else."""
