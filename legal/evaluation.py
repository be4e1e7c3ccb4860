"""The latest automatic evaluation: `tests/browser/test_accessibility.py` writes it."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("evaluation.json")


@dataclass(frozen=True)
class Evaluation:
    date: date
    tool: str
    version: str
    # The number of pages that were looked at, and what was found on them.
    pages: int
    findings: int


@cache
def latest() -> Evaluation:
    stored = json.loads(FILE.read_text(encoding="utf-8"))
    return Evaluation(**stored | {"date": date.fromisoformat(stored["date"])})


def write(evaluation: Evaluation) -> None:
    stored = vars(evaluation) | {"date": evaluation.date.isoformat()}
    FILE.write_text(json.dumps(stored, indent=2, sort_keys=True) + "\n", encoding="utf-8")
