"""Reads what stands on a page of a PDF besides its contents: filled-in forms and typed notes."""

from collections.abc import Iterator
from typing import Any

from pypdf.generic import StreamObject

# Flags of annotations and of fields: ISO 32000-1, tables 165 and 228.
_HIDDEN, _NO_VIEW = 1 << 1, 1 << 5
_PASSWORD = 1 << 13
_TEXT, _CHOICE = "/Tx", "/Ch"
# A field inherits from its parents. Damaged files may have a circle of them.
_MOST_PARENTS = 20


def annotation_texts(page: Any) -> Iterator[str]:
    annotations = page.get("/Annots")
    for annotation in annotations.get_object() if annotations is not None else ():
        shown = annotation.get_object()
        if _number(shown.get("/F")) & (_HIDDEN | _NO_VIEW):
            continue
        if shown.get("/Subtype") == "/FreeText":
            yield _text(shown.get("/Contents"))
        elif shown.get("/Subtype") == "/Widget":
            yield from _values(shown)


def _values(field: Any) -> Iterator[str]:
    kind = _inherited(field, "/FT")
    if kind not in {_TEXT, _CHOICE} or _number(_inherited(field, "/Ff")) & _PASSWORD:
        return
    value = _inherited(field, "/V")
    names = dict(_named(_inherited(field, "/Opt"))) if kind == _CHOICE else {}
    for one in value if isinstance(value, list) else [value]:
        text = _text(one)
        yield names.get(text, text)


def _named(choices: Any) -> Iterator[tuple[str, str]]:
    """Yield a choice's value and what the reader sees for it, if it is something else."""
    for choice in choices if isinstance(choices, list) else ():
        pair = choice.get_object()
        if isinstance(pair, list) and len(pair) > 1:
            yield _text(pair[0]), _text(pair[1])


def _inherited(field: Any, name: str) -> Any:
    for _ in range(_MOST_PARENTS):
        if name in field:
            return field[name].get_object()
        if "/Parent" not in field:
            break
        field = field["/Parent"].get_object()
    return None


def _text(value: Any) -> str:
    """A long value may be a stream."""
    found = value.get_object() if value is not None else ""
    if isinstance(found, StreamObject):
        return found.get_data().decode("utf-8", "replace")
    return found if isinstance(found, str) else ""


def _number(value: Any) -> int:
    found = value.get_object() if value is not None else 0
    return found if isinstance(found, int) else 0
