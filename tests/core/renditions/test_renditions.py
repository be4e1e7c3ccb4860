"""Sizes of pictures: as declared, upright, without a camera's notes, each made once."""

import threading
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from PIL import Image, ImageCms

from govlab.core.images import SiteImage
from govlab.core.renditions import turns
from govlab.core.renditions.original import TooManyPixelsError, UnreadablePictureError, decode
from govlab.delivery.documents.pictures import FORMATS, picture
from tests.factories.roots import make_roots
from tests.pictures import PLACE, TO_STORED, bomb, encoded, from_camera, scene

pytestmark = pytest.mark.django_db


def stored(content: bytes, name: str) -> SiteImage:
    return SiteImage.objects.create(title="A", file=ContentFile(content, name=name))


def served(source: Any, client: Client) -> Image.Image:
    response = client.get(source.url)
    assert response.status_code == 200, source.url
    return Image.open(BytesIO(b"".join(response.streaming_content)))  # type: ignore[attr-defined]


def assert_as_declared(image: SiteImage, client: Client) -> None:
    declared = picture(image, "", "")
    assert declared
    assert len(declared.srcset) >= len(FORMATS)
    for source in declared.srcset:
        file = served(source, client)
        assert file.size == (source.width, source.height), source.url


@pytest.mark.parametrize("size", [(40, 24), (24, 40)])
@pytest.mark.parametrize("orientation", list(TO_STORED))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_upright(client: Client, size: tuple[int, int], orientation: int, kind: str) -> None:
    image = stored(from_camera(size, orientation, kind), f"a.{kind.lower()}")
    assert (image.width, image.height) == size
    assert_as_declared(image, client)
    rendition = image.get_rendition("width-20|format-png")
    assert rendition.width == 20
    with rendition.file.open() as file:
        shown = Image.open(file).convert("RGB")
        top, bottom = shown.getpixel((10, 2)), shown.getpixel((10, shown.height - 3))
    assert top[0] > 150 > top[2], (orientation, top)  # type: ignore[index]
    assert bottom[2] > 150 > bottom[0], (orientation, bottom)  # type: ignore[index]


@pytest.mark.parametrize(
    "size",
    [(1, 1), (1, 700), (700, 1), (1200, 800), (1000, 667), (641, 427), (1921, 3), (333, 1999)],
)
def test_declared_as_served(client: Client, size: tuple[int, int]) -> None:
    assert_as_declared(stored(encoded(scene(size), "JPEG"), "a.jpg"), client)


class TestArithmetic(TestCase):
    @settings(max_examples=150, deadline=None)
    @given(st.integers(1, 9000), st.integers(1, 9000), st.sampled_from([1, 7, 320, 640, 1280]))
    def test_height_is_the_files(self, width: int, height: int, wanted: int) -> None:
        """Of any picture: the transformation that Wagtail would carry out is asked, not made."""
        from wagtail.images.models import Filter

        from govlab.delivery.documents.pictures import _height

        image = SiteImage(title="A", width=width, height=height)
        image.file.name = "a.jpg"
        transform = Filter(f"width-{wanted}|format-avif").get_transform(image, (width, height))
        assert _height(image, wanted, (width, height)) == transform.size[1]


def profile() -> bytes:
    return bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())


ODD_FILES = {
    "cmyk.jpg": lambda: encoded(scene((30, 20)).convert("CMYK"), "JPEG"),
    "grey.jpg": lambda: encoded(scene((30, 20)).convert("L"), "JPEG", icc_profile=profile()),
    "alpha.png": lambda: encoded(Image.new("RGBA", (30, 20), (0, 0, 0, 0)), "PNG"),
    "grey-alpha.png": lambda: encoded(Image.new("LA", (30, 20), (9, 0)), "PNG"),
    "palette.png": lambda: encoded(scene((30, 20)).convert("P"), "PNG"),
    "palette-alpha.png": lambda: encoded(scene((30, 20)).convert("P"), "PNG", transparency=0),
    "one-bit.png": lambda: encoded(scene((30, 20)).convert("1"), "PNG"),
    "rgb-key.png": lambda: encoded(scene((30, 20)), "PNG", transparency=(255, 0, 0)),
    "sixteen.png": lambda: encoded(Image.new("I;16", (30, 20), 40_000), "PNG"),
    "alpha.gif": lambda: encoded(Image.new("P", (30, 20), 1), "GIF", transparency=1),
    "moving.gif": lambda: encoded(
        scene((30, 20)), "GIF", save_all=True, append_images=[Image.new("RGB", (30, 20))]
    ),
    "alpha.webp": lambda: encoded(Image.new("RGBA", (30, 20), (0, 0, 0, 0)), "WEBP"),
    "alpha.avif": lambda: encoded(Image.new("RGBA", (30, 20), (0, 0, 0, 0)), "AVIF"),
}


@pytest.mark.parametrize("name", list(ODD_FILES))
def test_every_kind_of_pixels(client: Client, name: str) -> None:
    image = stored(ODD_FILES[name](), name)
    assert_as_declared(image, client)
    for spec in ("original", "fill-10x10", "max-165x165", "width-20|format-webp"):
        assert image.get_rendition(spec).width <= 30


def test_sixteen_bits_keep_their_light() -> None:
    grey = decode(BytesIO(ODD_FILES["sixteen.png"]()))
    assert abs(grey.getpixel((0, 0)) - 40_000 // 256) <= 1  # type: ignore[operator]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_cameras_notes_are_left_out(kind: str, orientation: int) -> None:
    image = stored(from_camera((40, 30), orientation, kind), f"a.{kind.lower()}")
    specs = [
        "width-20",
        "original",
        *(f"width-20|format-{name}" for name in ("jpeg", "png", "webp", "avif")),
    ]
    for spec in specs:
        with image.get_rendition(spec).file.open() as file:
            content = file.read()
        assert PLACE.encode() not in content, spec
        assert not dict(Image.open(BytesIO(content)).getexif()), spec


def test_colour_profile_is_kept() -> None:
    content = encoded(scene((30, 20)), "JPEG", icc_profile=profile())
    with stored(content, "a.jpg").get_rendition("width-20").file.open() as file:
        assert Image.open(file).info["icc_profile"]


BROKEN = {
    "truncated.jpg": encoded(scene((400, 300)), "JPEG")[:2000],
    "truncated.png": encoded(scene((400, 300)), "PNG")[:-40],
    "empty.gif": b"GIF89a",
    "text.jpg": b"text",
}


@pytest.mark.parametrize("name", list(BROKEN))
def test_broken_original(client: Client, name: str) -> None:
    image = stored(encoded(scene((400, 300)), "PNG"), f"a{Path(name).suffix}")
    Path(image.file.path).write_bytes(BROKEN[name])
    declared = picture(image, "", "")
    assert declared
    for source in declared.srcset:
        assert client.get(source.url).status_code == 404
    with pytest.raises(UnreadablePictureError):
        image.get_rendition("width-10")


def test_missing_original(client: Client) -> None:
    image = stored(encoded(scene((400, 300)), "JPEG"), "a.jpg")
    default_storage.delete(image.file.name)
    declared = picture(image, "", "")
    assert declared
    assert {client.get(source.url).status_code for source in declared.srcset} == {404}


def test_picture_that_never_could_be_read(caplog: pytest.LogCaptureFixture) -> None:
    image = SiteImage(title="A", width=10, height=10)
    image.file.name = "original_images/nav.jpg"
    image.save()
    assert picture(image, "", "") is None
    assert "nav.jpg" in caplog.text


def test_size_whose_file_was_lost_is_made_again(client: Client) -> None:
    image = stored(encoded(scene((400, 300)), "JPEG"), "a.jpg")
    declared = picture(image, "", "")
    assert declared
    for source in declared.srcset:
        served(source, client)
    for rendition in image.renditions.all():
        Path(rendition.file.path).unlink()
    assert_as_declared(image, client)


def test_bomb_from_before_the_limit(client: Client, settings: Any) -> None:
    image = stored(bomb(2000, 1000), "a.png")
    settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS = 1_000_000
    declared = picture(image, "", "")
    assert declared
    assert client.get(declared.srcset[0].url).status_code == 404
    with pytest.raises(TooManyPixelsError):
        image.get_rendition("width-10")


def test_no_turn_in_time(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "WAIT_SECONDS", 0.0)
    image = stored(encoded(scene((400, 300)), "JPEG"), "a.jpg")
    declared = picture(image, "", "")
    assert declared
    with turns.patient_encoder():
        response = client.get(declared.srcset[0].url)
    assert (response.status_code, response["Retry-After"]) == (503, "5")
    assert response["Cache-Control"] == "no-store"
    with (
        turns.only_maker("a", turns.Deadline()),
        pytest.raises(turns.EncodersBusyError),
        turns.only_maker("a", turns.Deadline()),
    ):
        pass
    served(declared.srcset[0], client)


def test_page_does_not_fail_for_want_of_a_turn(
    client: Client, home: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "WAIT_SECONDS", 0.0)
    home.listing_image = stored(encoded(scene((400, 300)), "JPEG"), "a.jpg")
    home.save()
    with turns.patient_encoder():
        assert client.get(home.url).status_code == 200


def test_several_sizes_are_made_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    threads = set()
    original = SiteImage.generate_rendition_file

    def noting(self: SiteImage, *args: Any, **kwargs: Any) -> Any:
        threads.add(threading.get_ident())
        return original(self, *args, **kwargs)

    monkeypatch.setattr(SiteImage, "generate_rendition_file", noting)
    image = stored(encoded(scene((400, 300)), "JPEG"), "a.jpg")
    assert len(image.get_renditions("width-10", "width-20", "width-30")) == 3
    assert threads == {threading.get_ident()}


@pytest.mark.django_db(transaction=True)
def test_one_size_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    make_roots()
    made: list[int] = []
    original = SiteImage.generate_rendition_file

    def noting(self: SiteImage, *args: Any, **kwargs: Any) -> Any:
        made.append(threading.get_ident())
        return original(self, *args, **kwargs)

    monkeypatch.setattr(SiteImage, "generate_rendition_file", noting)
    image = stored(encoded(scene((900, 700)), "JPEG"), "a.jpg")
    gate = threading.Barrier(4)
    failures: list[BaseException] = []

    def ask() -> None:
        try:
            own = SiteImage.objects.get(pk=image.pk)
            gate.wait()
            own.get_rendition("width-500|format-webp")
        except BaseException as failure:
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert not failures
    assert len(made) == 1


def test_existing_renditions_are_kept_by_wagtails_command() -> None:
    image = stored(encoded(scene((400, 300)), "JPEG"), "a.jpg")
    image.get_rendition("width-20")
    call_command("wagtail_update_image_renditions", verbosity=0)
    assert image.renditions.count() == 1
