"""Reads who may go where from `administration.txt`.

The first row that fits an address, what it names and the method holds. A star stands for anything.
"""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from .roles import ROLES

# An address and the one that its list's filters are sent to.
OR_RESULTS = "{,_results}"
FILE = Path(__file__).with_name("administration.txt")


@dataclass(frozen=True)
class Row:
    name: str
    target: str
    method: str
    outcomes: dict[str, str]

    def fits(self, name: str, target: str, method: str) -> bool:
        return (
            self.method in {method, "any"}
            and fnmatchcase(name, self.name)
            and fnmatchcase(target or "none", self.target)
        )


def read_rows() -> list[Row]:
    rows = []
    for line in FILE.read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            name, target, method, *outcomes = line.split()
            by_role = dict(zip(ROLES, outcomes, strict=True))
            names = [name.replace(OR_RESULTS, end) for end in ("", "_results")]
            rows += [Row(each, target, method, by_role) for each in dict.fromkeys(names)]
    return rows


def find_row(rows: list[Row], name: str, target: str, method: str) -> Row | None:
    return next((row for row in rows if row.fits(name, target, method)), None)
