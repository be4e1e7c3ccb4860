"""The installed dictionaries as hunspell reads them, with the case of their words as it is."""

from functools import cache
from threading import Lock

import hunspell

from search.text.dictionaries import installed

# hunspell keeps the state of a look-up in the dictionary object.
_lock = Lock()


@cache
def _dictionary(folder: str, name: str) -> hunspell.Hunspell:
    return hunspell.Hunspell(name, hunspell_data_dir=str(installed.folder(folder)))


def is_spelt(word: str, folder: str, *names: str) -> bool:
    """Whether one of the dictionaries of the folder has the word."""
    with _lock:
        return any(_dictionary(folder, name).spell(word) for name in names)
