"""Fallback faces are as wide and as high as the fonts, so nothing moves when those arrive."""

import re
import unicodedata
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

CSS = Path(__file__).parents[2] / "site/govlab/design/static/govlab/fonts.css"
SAMPLE = (
    "Attīstīt inovācijas kultūru valsts pārvaldē un palīdzēt iestādēm rast risinājumus. "
    "We try it out before the state pays for it, together with institutions and residents."
)
# Advance widths of Arial and Arial Bold in thousandths of an em, from Adobe's metrics of Helvetica.
ARIAL = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz .,AW",
        [
            *(556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556),
            *(333, 500, 278, 556, 500, 722, 500, 500, 500, 278, 278, 278, 667, 944),
        ],
        strict=True,
    )
)
ARIAL_BOLD = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz .,AW",
        [
            *(556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611),
            *(389, 556, 333, 611, 556, 778, 556, 556, 500, 278, 278, 278, 722, 944),
        ],
        strict=True,
    )
)
FACES = [
    ("Headings before", "bricolage-grotesque.woff2", ARIAL_BOLD),
    ("Text before", "source-sans-3.woff2", ARIAL),
]


def font(name: str) -> TTFont:
    made = TTFont(str(finders.find(f"govlab/fonts/{name}")))
    return instantiateVariableFont(made, {"wght": 400}) if "fvar" in made else made


def width(made: TTFont) -> float:
    names, metrics = made.getBestCmap(), made["hmtx"]
    units = made["head"].unitsPerEm
    return sum(metrics[names[ord(letter)]][0] for letter in SAMPLE) / units


def width_in_arial(widths: dict[str, int]) -> float:
    letters = [unicodedata.normalize("NFD", letter)[0] for letter in SAMPLE]
    return sum(widths[letter] for letter in letters) / 1000


@pytest.mark.parametrize(("face", "file", "widths"), FACES, ids=lambda value: str(value)[:16])
def test_a_fallback_has_the_measures_of_its_font(
    face: str, file: str, widths: dict[str, int]
) -> None:
    rule = re.search(rf'@font-face {{ font-family: "{face}";[^}}]*}}', CSS.read_text())
    assert rule
    given = {
        name: float(value) / 100 for name, value in re.findall(r"([\w-]+): ([\d.]+)%", rule[0])
    }
    made = font(file)
    adjusted = width(made) / width_in_arial(widths)
    units = made["head"].unitsPerEm
    assert given["size-adjust"] == pytest.approx(adjusted, abs=0.005)
    for name, measure in (
        ("ascent-override", made["hhea"].ascent),
        ("descent-override", -made["hhea"].descent),
    ):
        assert given[name] == pytest.approx(measure / units / given["size-adjust"], abs=0.005)
