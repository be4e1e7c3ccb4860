"""Translations of installed packages' messages that are missing or wrong in their own catalogues.

They are stored in one file per package, ready to be contributed. Django loads one catalogue per
language and domain, compiled next to these files. `wagtail-contrib-redirects.po` has
messages of `wagtail.contrib.redirects`, and `wagtail-admin-js.po` those of the scripts of
`wagtail.admin`.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

PARTS = Path("site/govlab/editing/upstream")
FILES = "*/LC_MESSAGES/*.po"
SCRIPTS = "-js"
# What a translation keeps: placeholders and tags.
KEPT = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}|</?[a-z][^>]*>")

Key = tuple[str | None, str]


@dataclass(frozen=True)
class Part:
    path: Path

    @property
    def language(self) -> str:
        return self.path.parts[-3]

    @property
    def package(self) -> str:
        return self.path.stem.removesuffix(SCRIPTS).replace("-", ".")

    @property
    def domain(self) -> str:
        return "djangojs" if self.path.stem.endswith(SCRIPTS) else "django"


def parts(root: Path) -> list[Part]:
    return [Part(path) for path in sorted((root / PARTS).glob(FILES))]


def compile_parts(root: Path) -> None:
    """Always: that a part is gone shows in no time of a file."""
    groups = defaultdict(list)
    for part in parts(root):
        groups[part.path.with_name(f"{part.domain}.mo")].append(part)
    for compiled in (root / PARTS).glob("*/LC_MESSAGES/*.mo"):
        if compiled not in groups:
            compiled.unlink()
    for compiled, group in groups.items():
        merged = polib.POFile()
        merged.metadata = polib.pofile(str(group[0].path)).metadata
        merged.extend(
            {key(entry): entry for part in group for entry in entries(part.path)}.values()
        )
        unfinished = compiled.with_suffix(f".{os.getpid()}")
        merged.save_as_mofile(str(unfinished))
        unfinished.replace(compiled)


def conflicts(root: Path, own: Iterable[Path]) -> Iterator[str]:
    """Messages with two translations, of which Django would show one everywhere.

    `own` are the folders of the project's catalogues, which Django prefers.
    """
    paths = [path for folder in own for path in sorted((root / folder).glob(FILES))]
    catalogues = [(path, path.parts[-3], path.stem) for path in paths]
    catalogues += [(part.path, part.language, part.domain) for part in parts(root)]
    seen: dict[tuple[str, str, Key], tuple[Path, list[str]]] = {}
    for path, language, domain in catalogues:
        for entry in entries(path):
            texts = translations(entry)
            first, others = seen.setdefault((language, domain, key(entry)), (path, texts))
            if others != texts:
                where = first.relative_to(root)
                yield f"{path.relative_to(root)}: {entry.msgid!r} is {others} in {where}"


def losses(path: Path) -> Iterator[str]:
    """Placeholders and tags that a translation has lost or invented."""
    for entry in entries(path):
        expected = set(KEPT.findall(entry.msgid_plural or entry.msgid))
        if any(set(KEPT.findall(text)) != expected for text in translations(entry)):
            yield f"other placeholders or tags: {entry.msgid!r}"


def entries(path: Path) -> list[polib.POEntry]:
    if not path.exists():
        return []
    return [entry for entry in polib.pofile(str(path)) if not entry.obsolete]


def key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
