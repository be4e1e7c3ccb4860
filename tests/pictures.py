"""Files of pictures, as cameras, programs and attackers make them."""

import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import IO, Any

import pytest
from PIL import ExifTags, Image

# What each orientation of EXIF does to a picture that is stored so that it comes out upright.
TO_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
PLACE = "Bruninieku iela"
Save = Callable[[Image.Image, IO[bytes], str | bytes], None]


# The speed of AVIF's encoder, from 0 to 10, where Pillow's own choice is 6; and how hard WebP's
# tries, from 0 to 6, where it is 4.
QUICK: dict[str, dict[str, int]] = {"AVIF": {"speed": 9}, "WEBP": {"method": 0}}


@contextmanager
def quickly_encoded() -> Iterator[None]:
    """In a fraction of the time, and larger: for tests that ask how large a picture is nowhere."""

    def quick(kind: str, usual: Save) -> Save:
        def save(image: Image.Image, file: IO[bytes], name: str | bytes) -> None:
            for option, value in QUICK[kind].items():
                image.encoderinfo.setdefault(option, value)
            usual(image, file, name)

        return save

    Image.init()
    with pytest.MonkeyPatch.context() as patch:
        for kind in QUICK:
            patch.setitem(Image.SAVE, kind, quick(kind, Image.SAVE[kind]))
        yield


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    output = BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def scene(size: tuple[int, int]) -> Image.Image:
    """Red above, blue below, so that one sees which way is up."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0], size[1] // 2))
    return image


def from_camera(size: tuple[int, int], orientation: int, kind: str = "JPEG") -> bytes:
    """Upright it has the size; it carries where it was taken."""
    image = scene(size)
    turn = TO_STORED[orientation]
    stored = image.transpose(turn) if turn is not None else image
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.ImageDescription] = PLACE
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (56.0, 57.0, 0.0)
    options: dict[str, Any] = {"exif": exif.tobytes()}
    if kind == "JPEG":
        options |= {"comment": PLACE.encode(), "xmp": f"<x>{PLACE}</x>".encode()}
    return encoded(stored, kind, **options)


def bomb(width: int, height: int) -> bytes:
    """A PNG of one grey, written without ever holding it."""

    def chunk(name: bytes, content: bytes) -> bytes:
        body = name + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    packer = zlib.compressobj(9)
    row = b"\0" + bytes([128]) * width * 3
    pixels = b"".join([*(packer.compress(row) for _ in range(height)), packer.flush()])
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
