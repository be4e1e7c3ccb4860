"""The models of contact, defined in one file per topic."""

from .pages import ContactPage, ProblemPage
from .problem import Problem, ProblemSource, ProblemState
from .useful_count import UsefulCount

__all__ = [
    "ContactPage",
    "Problem",
    "ProblemPage",
    "ProblemSource",
    "ProblemState",
    "UsefulCount",
]
