"""Portable and safe file names."""

from unicodedata import normalize

from django.utils.text import get_valid_filename

# Most file systems hold 255 bytes a name; storage adds to a name that is taken, and Wagtail's
# column for the whole path holds 100 characters.
MOST_BYTES = 160
MOST_CHARACTERS = 60
NAMELESS = "file"


def safe_name(name: str) -> str:
    """Return the name with only letters, digits, dots, hyphens and underscores.

    Diacritics are composed. Characters that do not print, among them those that turn the
    direction of writing, are taken away: “report\u202efdp.exe” must not read “reportexe.pdf”.
    """
    last = normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    stem, dot, extension = last.rpartition(".") if "." in last else (last, "", "")
    suffix = get_valid_filename(f"x{dot}{extension}")[1:].lower()
    stem = stem.strip(" ._-")
    stem = get_valid_filename(stem).strip("._-") if any(map(str.isalnum, stem)) else ""
    return _shortened(stem or NAMELESS, MOST_BYTES) + suffix[:20]


def _shortened(stem: str, most_bytes: int) -> str:
    return stem[:MOST_CHARACTERS].encode()[:most_bytes].decode(errors="ignore")
