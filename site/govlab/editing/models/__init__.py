"""The models of editing, defined in one file per topic."""

from .link_check import CheckedLink
from .release import Release, ReleaseItem, ReleaseState

__all__ = ["CheckedLink", "Release", "ReleaseItem", "ReleaseState"]
