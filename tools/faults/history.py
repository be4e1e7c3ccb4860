"""One history: the small site, random steps, and what holds at its end."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import requests
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import DatabaseError, IntegrityError, connections

from .browser import Browser, FailedRequest
from .comparing import divergences
from .installation import Installation, running
from .portal import Portal
from .registry import ACTIONS, FAULTS, Nothing
from .settling import settle
from .steps import Step

# For so many steps after a fault has ended a request may still meet its traces.
TRACES = 2


@dataclass
class Outcome:
    found: list[str] = field(default_factory=list)
    done: int = 0
    # Actions that the site refused, or for which there was nothing.
    refused: int = 0
    # Actions that a fault ended.
    broken: int = 0


def run(installation: Installation, steps: Sequence[Step]) -> Outcome:
    connections.close_all()
    installation.cluster.begin_again()
    with running(installation):
        return _History(installation).run(steps)


class _History:
    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self.browser = Browser(installation.address)
        self.portal = Portal(installation.address)
        self.outcome = Outcome()
        # When a fault ends, by the number of the step, and how.
        self.ends: list[tuple[int, Callable[[], None]]] = []
        self.last_trace = 0

    def run(self, steps: Sequence[Step]) -> Outcome:
        self.browser.log_in()
        self.portal.copy_everything()
        for number, step in enumerate(steps):
            self._end_faults(number)
            self._take(number, step)
        self._end_faults(None)
        self.installation.wait_for_web()
        if waits := settle():
            self.outcome.found.append(f"it does not settle: {waits}")
        else:
            connections.close_all()
            self.outcome.found += divergences(self.installation, self.portal)
        return self.outcome

    def _take(self, number: int, step: Step) -> None:
        chance = random.Random(step.seed)
        self._said(f"{number} {step}")
        if step.kind == "fault":
            lasts = chance.randint(1, 4)
            self.ends.append((number + lasts, FAULTS[step.name](self.installation, chance)))
            self.last_trace = max(self.last_trace, number + lasts + TRACES)
            connections.close_all()
            return
        try:
            if step.kind == "action":
                ACTIONS[step.name](self.browser, chance)
                self.outcome.done += 1
            elif step.name == "copy":
                self.portal.copy_everything()
            else:
                self.portal.pull(chance.choice([1, 3, 100]), crashes=chance.random() < 0.3)
        except (Nothing, ValidationError, IntegrityError, ObjectDoesNotExist) as refusal:
            self.outcome.refused += 1
            self._said(f"  refused: {refusal!r}")
        except (FailedRequest, requests.RequestException, DatabaseError) as error:
            self._failed(number, step, error)

    def _failed(self, number: int, step: Step, error: Exception) -> None:
        self._said(f"  failed: {error}")
        if isinstance(error, FailedRequest) and error.status and error.status < 500:
            self.outcome.refused += 1
        elif number <= self.last_trace:
            self.outcome.broken += 1
            connections.close_all()
        else:
            self.outcome.found.append(f"without a fault, {step} failed: {error}")

    def _said(self, line: str) -> None:
        with (self.installation.logs / "steps.log").open("a") as log:
            log.write(line + "\n")

    def _end_faults(self, number: int | None) -> None:
        """Those whose time has come; all where no step is left."""
        for ending in [each for each in self.ends if number is None or each[0] <= number]:
            self.ends.remove(ending)
            ending[1]()
