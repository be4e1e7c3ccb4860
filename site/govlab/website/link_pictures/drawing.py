"""Draws the picture: the belt of the page's type, its title, and whose page it is."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

from django.apps import apps
from PIL import Image, ImageDraw, ImageFont

from .motifs import MOTIFS

SIZE = WIDTH, HEIGHT = 1200, 630
STITCH = 8
_EDGE = 9 * STITCH
_LINEN, _INK, _CARMINE, _MUTED = "#FBF7EF", "#16211C", "#9D2235", "#4B5750"
_PINE, _AMBER = "#0F3D2E", "#F2B33D"
# Sizes of the title in pixels, largest first: the first one at which it fits.
_TITLE_SIZES = (84, 72, 60, 52, 44)
_LINES = 4
_ELLIPSIS = "…"
_COLOURS = 64
# A package and a file in it.
Source = tuple[str, str]
_HEADINGS = ("fontpkg_bricolage_grotesque", "BricolageGrotesque[opsz,wdth,wght].ttf")
_TEXTS = ("fontpkg_source_sans_3", "SourceSans3[wght].ttf")
# The last letter of Latin Extended-B; what lies above, but punctuation, the headings' font lacks.
_LAST_LATIN = "\u024f"
_PUNCTUATION = range(0x2000, 0x2070)
_LAST_DRAWN = "\uffff"


@dataclass(frozen=True)
class Subject:
    title: str
    # The type of the page, in its language; may be empty.
    label: str
    motif: str
    # Whose page it is.
    owner: str


def draw(subject: Subject) -> bytes:
    """Return a PNG."""
    image = Image.new("RGB", SIZE, _LINEN)
    canvas = ImageDraw.Draw(image)
    below = _belt(canvas, subject.motif) + 6 * STITCH
    if subject.label:
        label = _font(_TEXTS, 34, 600)
        canvas.text((_EDGE, below), _printable(subject.label), _CARMINE, label)
        below += 7 * STITCH
    _title(canvas, _printable(subject.title), below)
    _owner(image, canvas, subject.owner)
    file = BytesIO()
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _belt(canvas: ImageDraw.ImageDraw, name: str) -> int:
    """Draw the belt over the whole width; return where it ends."""
    motif = MOTIFS[name]
    height = (len(motif) + 4) * STITCH
    canvas.rectangle((0, 0, WIDTH, height), _PINE)
    canvas.rectangle((0, STITCH // 2, WIDTH, STITCH), _AMBER)
    canvas.rectangle((0, height - STITCH, WIDTH, height - STITCH // 2), _AMBER)
    columns = len(motif[0]) + 1
    for row, stitches in enumerate(motif, 2):
        for column in range(WIDTH // STITCH):
            at = column % columns
            if at < len(stitches) and stitches[at] == "#":
                left, top = column * STITCH, row * STITCH
                even = (column // columns) % 2 == 0
                colour = _LINEN if even else _AMBER
                canvas.rectangle((left, top, left + STITCH - 2, top + STITCH - 2), colour)
    return height


def _title(canvas: ImageDraw.ImageDraw, title: str, below: int) -> None:
    source = _HEADINGS if _has_headings(title) else _TEXTS
    room = HEIGHT - below - 15 * STITCH
    for size in _TITLE_SIZES:
        font = _font(source, size, 800)
        lines, height = list(_wrapped(title, font)), round(size * 1.12)
        if len(lines) <= _LINES and len(lines) * height <= room:
            break
    most = min(_LINES, room // height)
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], font)]
    for number, line in enumerate(lines):
        canvas.text((_EDGE, below + number * height), line, _INK, font)


def _owner(image: Image.Image, canvas: ImageDraw.ImageDraw, owner: str) -> None:
    edge, top = 8 * STITCH, HEIGHT - 13 * STITCH
    directory = Path(apps.get_app_config("design").path) / "static" / "govlab" / "icons"
    with Image.open(directory / "icon-192.png") as icon:
        mark = icon.convert("RGBA").resize((edge, edge), Image.Resampling.LANCZOS)
    image.paste(mark, (_EDGE, top), mark)
    font = _font(_TEXTS, 32, 600)
    canvas.text((_EDGE + edge + 2 * STITCH, top + edge // 2), owner, _MUTED, font, anchor="lm")


def _font(source: Source, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Return a variable font at a weight, its other axes as the size wants them."""
    path = files(source[0]) / "files" / source[1]
    font = ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)
    wanted = {b"Weight": weight, b"Optical Size": size}
    font.set_variation_by_axes([_axis(axis, wanted) for axis in font.get_variation_axes()])
    return font


def _axis(axis: Any, wanted: Mapping[bytes, int]) -> float:
    value = wanted.get(axis["name"], axis["default"])
    return float(min(max(value, axis["minimum"]), axis["maximum"]))


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """Yield lines that fit; a word that is longer than a line is broken."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if _fits(longer, font):
            line = longer
            continue
        if line:
            yield line
        *full, line = _broken(word, font)
        yield from full
    yield line


def _broken(word: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    while not _fits(word, font):
        end = _longest(word, "-", font)
        yield word[:end] + "-"
        word = word[end:]
    yield word


def _cut(line: str, font: ImageFont.FreeTypeFont) -> str:
    return line[: _longest(line, _ELLIPSIS, font)].rstrip(" -,.") + _ELLIPSIS


def _longest(text: str, suffix: str, font: ImageFont.FreeTypeFont) -> int:
    """Return how many letters fit before the suffix, at least one."""
    lengths = range(1, len(text) + 1)
    return max(1, bisect_left(lengths, True, key=lambda end: not _fits(text[:end] + suffix, font)))


def _fits(text: str, font: ImageFont.FreeTypeFont) -> bool:
    return font.getlength(text) <= WIDTH - 2 * _EDGE


def _printable(text: str) -> str:
    """Return the text composed, as fonts have letters with marks, without control characters and
    what no font of ours has, such as emoji."""
    letters = (_plain(letter) for letter in unicodedata.normalize("NFC", text))
    return " ".join("".join(letters).split())


def _plain(letter: str) -> str:
    category = unicodedata.category(letter)
    if category == "Zs":
        return " "
    return "" if category[0] in "CZ" or letter > _LAST_DRAWN else letter


def _has_headings(text: str) -> bool:
    return all(letter <= _LAST_LATIN or ord(letter) in _PUNCTUATION for letter in text)
