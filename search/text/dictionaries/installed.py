"""Where the dictionaries are: in the package that `tools/dictionaries.py` makes and installs."""

from importlib.resources import files
from pathlib import Path

PACKAGE = "govlab_dictionaries"
LATVIAN = "lv_LV"
ENGLISH = "en"


class DictionariesMissingError(RuntimeError):
    def __init__(self) -> None:
        super().__init__(
            "The dictionaries are not installed. `python -m tools.dictionaries` installs them."
        )


def folder(name: str) -> Path:
    """Raises DictionariesMissingError."""
    try:
        found = Path(str(files(PACKAGE))) / name
    except ModuleNotFoundError:
        raise DictionariesMissingError from None
    if not any(found.glob("*.dic")):
        raise DictionariesMissingError
    return found
