"""Texts of public pages as they were written, without the no-break spaces that pages put in."""

from govlab.core.typography import NO_BREAK_SPACE


def plain(text: str | bytes) -> str:
    return (text.decode() if isinstance(text, bytes) else text).replace(NO_BREAK_SPACE, " ")
