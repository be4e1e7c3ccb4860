"""Operations: the worker, its periodic tasks, health checks and monitoring."""
