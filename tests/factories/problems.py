import datetime as dt
from typing import Any

from contact.models import Problem, ProblemSource

TEXT = "Veidlapa prasa ziņas, kuras iestādei jau ir."


def make_problem(problem: str = TEXT, **fields: Any) -> Problem:
    fields = {
        "locale": "lv",
        "source": ProblemSource.SITE,
        "delete_on": dt.date(2126, 3, 12),
        "email": "lasitajs@example.lv",
    } | fields
    return Problem.objects.create(problem=problem, **fields)
