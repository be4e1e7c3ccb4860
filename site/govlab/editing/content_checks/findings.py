from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    WARNING = "warning"
    # Often right as it is; worth a look.
    HINT = "hint"


@dataclass(frozen=True)
class Finding:
    check: str
    # Where, in the editor's words.
    place: str
    message: str
    severity: Severity = Severity.WARNING
    # The name of the field or the id of the block, which the editor can show.
    anchor: str = ""
    # The misspelt word, which may be added to the word list.
    word: str = ""
