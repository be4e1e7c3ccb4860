"""Sizes of pictures are those that readers see, whatever the image model stores."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from PIL import Image as Pillow
from wagtail.images.models import Image, SourceImageIOError

from govlab.core.images import SiteImage
from govlab.delivery.documents.pictures import picture
from govlab.delivery.documents.upright import upright_size

ORIENTATION = 0x0112


def photograph(model: type[Any], orientation: int) -> Any:
    """Of 50 × 40 pixels, as the camera stored it."""
    exif = Pillow.Exif()
    exif[ORIENTATION] = orientation
    stream = BytesIO()
    Pillow.new("RGB", (50, 40)).save(stream, "JPEG", exif=exif)
    image = model(title="A", file=ContentFile(stream.getvalue(), name="a.jpg"))
    image.save()
    image.get_file_hash()
    return image


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Image, SiteImage])
@pytest.mark.parametrize(
    ("orientation", "size"), [(1, (50, 40)), (3, (50, 40)), (6, (40, 50)), (8, (40, 50))]
)
def test_upright(model: type[Any], orientation: int, size: tuple[int, int]) -> None:
    image = photograph(model, orientation)
    assert upright_size(image) == size
    given = picture(image, "", "http://testserver")
    assert given is not None
    assert (given.width, given.height) == size
    assert {(source.width, source.height) for source in given.srcset} == {size}


@pytest.mark.django_db
def test_the_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    image = photograph(Image, 6)
    upright_size(image)
    monkeypatch.setattr(Image, "open_file", None)
    assert upright_size(Image.objects.get(pk=image.pk)) == (40, 50)


@pytest.mark.django_db
def test_a_file_that_is_lost_has_the_stored_size(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    image = photograph(Image, 6)

    def lost(image: Image) -> None:
        raise SourceImageIOError("lost")

    monkeypatch.setattr(Image, "open_file", lost)
    assert upright_size(image) == (50, 40)
    assert "orientation of picture" in caplog.text
