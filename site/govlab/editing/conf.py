"""The settings of the editing app, read lazily."""

from django.conf import settings


def bin_days() -> int:
    """Return how many days the bin keeps deleted pages."""
    return int(settings.GOVLAB_BIN_DAYS)
