"""Lays the dictionaries out as hunspell and Elasticsearch read them: a folder a locale."""

from pathlib import Path

from .folding import fold_affixes, fold_words, lower_words
from .installed import LATVIAN, folder

TRUE = LATVIAN
FOLDED = "lv_LV_folded"


def write_dictionaries(directory: Path) -> list[Path]:
    """Writes both and returns what was written; files of the same names are replaced."""
    source = folder(LATVIAN)
    affixes = (source / f"{TRUE}.aff").read_text(encoding="utf-8")
    words = lower_words((source / f"{TRUE}.dic").read_text(encoding="utf-8"))
    contents = {
        directory / TRUE / f"{TRUE}.aff": affixes,
        directory / TRUE / f"{TRUE}.dic": words,
        directory / FOLDED / f"{FOLDED}.aff": fold_affixes(affixes),
        directory / FOLDED / f"{FOLDED}.dic": fold_words(words),
    }
    for path, content in contents.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f"{path.suffix}.new")
        unfinished.write_text(content, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    return list(contents)
