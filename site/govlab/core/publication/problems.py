from dataclasses import dataclass

from ..translation.untranslated import UntranslatedText


@dataclass(frozen=True)
class Problem:
    """One reason why a page may not be public."""

    reason: str
    # The page's field or rows; empty where it is the page as a whole.
    field: str = ""
    # For people: “Body, block 2 (Call to action), Address”.
    place: str = ""
    # For wagtail-localize: `body.<block id>.link.url`. The field itself where it is empty.
    path: str = ""
    untranslated: tuple[UntranslatedText, ...] = ()
