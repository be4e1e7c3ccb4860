"""Uploads leave the directory that is served; nothing in the database changes."""

import logging
from typing import Any

from django.db import migrations

from govlab.core.uploads.moving import move_uploads

logger = logging.getLogger(__name__)


def move(apps: Any, schema_editor: Any) -> None:
    for name in move_uploads().left:
        logger.warning("%s stays in MEDIA_ROOT: UPLOADS_ROOT has another file of its name.", name)


class Migration(migrations.Migration):
    dependencies = [("core", "0003_translation_review")]

    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
