"""What editors do; importing the package registers it."""

from . import files, pages, privacy, scheduling, translating, tree

__all__ = ["files", "pages", "privacy", "scheduling", "translating", "tree"]
