"""Pictures of the starting content, drawn here and stored as Wagtail images."""

from io import BytesIO

from django.core.files.images import ImageFile

from govlab.core.images import SiteImage

from .pictures import draw


def drawn_image(motif: str, seed: str, title: str) -> SiteImage:
    png = draw(motif, seed)
    name = f"{seed.replace('/', '-')}-{motif}.png"
    image = SiteImage(title=title, file=ImageFile(BytesIO(png), name=name))
    image.save()
    return image
