"""Width and height of pictures as they are seen: cameras store them lying and say so."""

import logging
from typing import Any

import wagtail.images.models
from django.db import migrations
from django.db.models import Q

import govlab.core.images
from govlab.core.renditions.original import upright_size

logger = logging.getLogger(__name__)


def measure(apps: Any, schema_editor: Any) -> None:
    """A focal point was drawn on the upright picture, in units of its wrong width and height."""
    images = apps.get_model("core", "SiteImage").objects
    for image in images.iterator():
        try:
            with image.file.open("rb") as file:
                width, height = upright_size(file)
        except (OSError, ValueError) as error:
            logger.warning("Picture %s cannot be read and is left as it is: %s", image.pk, error)
            continue
        if (width, height) == (image.width, image.height):
            continue
        focus = {
            name: round(value * new / old)
            for name, new, old in (
                ("focal_point_x", width, image.width),
                ("focal_point_width", width, image.width),
                ("focal_point_y", height, image.height),
                ("focal_point_height", height, image.height),
            )
            if (value := getattr(image, name)) is not None
        }
        images.filter(pk=image.pk).update(width=width, height=height, **focus)


def forget_notes(apps: Any, schema_editor: Any) -> None:
    """Sizes in these formats carry what a camera wrote: they are made again when asked for."""
    renditions = apps.get_model("core", "Rendition").objects.filter(
        Q(file__endswith=".jpg") | Q(file__endswith=".png")
    )
    for rendition in renditions.iterator():
        rendition.file.delete(save=False)
    renditions.delete()


class Migration(migrations.Migration):
    dependencies = [("core", "0004_uploads_directory")]

    operations = [
        migrations.AlterField(
            model_name="siteimage",
            name="file",
            field=govlab.core.images.UprightImageField(
                height_field="height",
                upload_to=wagtail.images.models.get_upload_to,
                verbose_name="file",
                width_field="width",
            ),
        ),
        migrations.RunPython(measure, migrations.RunPython.noop),
        migrations.RunPython(forget_notes, migrations.RunPython.noop),
    ]
