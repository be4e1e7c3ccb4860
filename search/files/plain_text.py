"""Decodes plain text of any encoding that is met in Latvia."""

import codecs
import re

from .errors import UnreadableError

# Pictures and sounds have these; texts hardly.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# In UTF-8, so many letters beyond ASCII are sound for each that is not; otherwise hardly any is.
FEWEST_SOUND = 2
# Quotation marks of ISO 8859-13, which Windows-1257 has elsewhere and has no signs for.
_QUOTES = re.compile(b"[\xa1\xa5]")
_QUOTES_OF_WINDOWS = re.compile(b"[\x80-\x9f]")
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def decoded_text(content: bytes) -> str:
    """Raises UnreadableError for what is no text."""
    text = _decoded(content)
    if len(_CONTROLS.findall(text)) * 100 > len(text):
        raise UnreadableError("format")
    return text


def _decoded(content: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    sample = content[:4000]
    # Every other byte of UTF-16 text in a Latin alphabet is zero, apart from letters like ā.
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) * 2 > len(zeros) > 0:
            return content.decode(encoding, errors="replace")
    # A letter may be cut at the end, or a few be damaged, as where two files were put together.
    text = content.decode("utf-8", errors="replace")
    if text.count(_REPLACED) * FEWEST_SOUND <= _BEYOND_ASCII.subn("", text)[1]:
        return text.removesuffix(_REPLACED)
    is_iso = _QUOTES.search(content) and not _QUOTES_OF_WINDOWS.search(content)
    return content.decode("iso8859-13" if is_iso else "windows-1257", errors="replace")
