"""The schemas of the public contract, from which integrators generate their clients."""
