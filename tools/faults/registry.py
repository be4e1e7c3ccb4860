"""What editors do and what breaks, by name; each is a small function in a file of its topic."""

import random
from collections.abc import Callable
from typing import Any

from .browser import Browser
from .installation import Installation

# `chance` decides whatever is left open, so that a step can be repeated.
Action = Callable[[Browser, random.Random], None]
# Begins a fault, and returns what ends it.
Fault = Callable[[Installation, random.Random], Callable[[], None]]

ACTIONS: dict[str, Action] = {}
FAULTS: dict[str, Fault] = {}


class Nothing(Exception):  # noqa: N818  it is no error: a site that is too small for the action
    """There is nothing that the action could be done to."""


def action(function: Action) -> Action:
    ACTIONS[function.__name__] = function
    return function


def fault(function: Fault) -> Fault:
    FAULTS[function.__name__] = function
    return function


def chosen(chance: random.Random, what: Any) -> Any:
    """One of a queryset, or Nothing."""
    rows = list(what.order_by("pk"))
    if not rows:
        raise Nothing
    return chance.choice(rows)
