"""The results on the front page: the newest cases with the largest measured changes."""

from .schemas import CaseDocument

CANDIDATES = 12
SHOWN = 3


def strongest(cases: list[CaseDocument]) -> list[CaseDocument]:
    """Return the cases whose first outcome changed most, in per cent. A case whose outcome was not
    measured before has none to show."""
    measured = [case for case in cases if case.change]
    measured.sort(key=lambda case: abs(case.change), reverse=True)
    return measured[:SHOWN]
