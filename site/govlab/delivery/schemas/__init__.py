"""The shapes of the public contract; what stands here is what integrators generate clients from."""
