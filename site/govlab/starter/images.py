"""Pictures of the starting content, stored as Wagtail images."""

from pathlib import Path

from django.core.files.images import ImageFile

from govlab.core.images import SiteImage

PICTURES_DIR = Path(__file__).parent / "pictures"


def stored_image(name: str, title: str) -> SiteImage:
    """`name` is a file in `pictures/`."""
    with (PICTURES_DIR / name).open("rb") as file:
        image = SiteImage(title=title, file=ImageFile(file, name=name))
        image.save()
    return image
