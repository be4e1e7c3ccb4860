"""The product as production runs it, from the environment that the bench gives it."""

from govlab.settings.production import *  # noqa: F403
