"""Running the delivery side: the worker, its periodic tasks, and what is said of its health."""
