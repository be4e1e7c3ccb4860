"""The product as production runs it, for the bench and the faults: from `commands.environment`."""

from pathlib import Path

from govlab.settings.production import *  # noqa: F403
from govlab.settings.production import MEDIA_ROOT, STORAGES

# Addresses of static files stand in the administration's forms; nobody collected the files here.
STATIC_ROOT = Path(MEDIA_ROOT).parent
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
