"""What breaks; importing the package registers it."""

from . import clocks, database, killing

__all__ = ["clocks", "database", "killing"]
