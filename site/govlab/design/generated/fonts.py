"""The fonts of the site, subset to Latin and Latin Extended-A.

The complete fonts come as Python packages. A subset takes some seconds and depends on the packages
and this recipe alone, so it is kept in a directory named by their digest.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

CHARACTERS = [
    *range(0x20, 0x7F),  # ASCII
    *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A
    *(0x2009, 0x202F, 0x2060),  # spaces, word joiner
    *range(0x2010, 0x2015),  # hyphens and dashes
    *map(ord, "‘’‚“”„†•…‰′″‹›€№←↑→↓−≈≠≤≥✓"),
]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "liga"]


@dataclass(frozen=True)
class Font:
    package: str
    source: str
    # The values or ranges that are left of the variable font's axes.
    axes: Mapping[str, float | tuple[float, float]]

    def digest(self) -> str:
        recipe = (
            self,
            version(self.package.replace("_", "-")),
            version("fonttools"),
            CHARACTERS,
            FEATURES,
        )
        return sha256(repr(recipe).encode()).hexdigest()[:16]


FONTS = {
    "bricolage-grotesque.woff2": Font(
        "fontpkg_bricolage_grotesque",
        "BricolageGrotesque[opsz,wdth,wght].ttf",
        {"opsz": 36, "wdth": 100, "wght": 800},
    ),
    "source-sans-3.woff2": Font(
        "fontpkg_source_sans_3", "SourceSans3[wght].ttf", {"wght": (400, 700)}
    ),
}


def make_font(font: Font, target: Path) -> None:
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    with as_file(files(font.package) / "files" / font.source) as path:
        made = TTFont(path)
    options = Options(hinting=False, layout_features=FEATURES, name_IDs=[0, 1, 2, 5, 6, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(made)
    made = instantiateVariableFont(made, dict(font.axes))
    made.flavor = "woff2"
    made.save(target)
