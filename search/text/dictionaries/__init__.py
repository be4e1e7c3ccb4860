"""The Latvian hunspell dictionary, true and folded. Standard library only: `tools` uses it too."""

from .files import FOLDED, TRUE, write_dictionaries

__all__ = ["FOLDED", "TRUE", "write_dictionaries"]
