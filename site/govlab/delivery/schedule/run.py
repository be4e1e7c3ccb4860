"""A round of the schedule: everything that is due, one after another, whatever becomes of each."""

import logging
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection
from django.utils import timezone, translation

from ..languages import editors_languages
from . import failures
from .carry_out import carry_out
from .due import Work, due_work
from .reasons import explain

logger = logging.getLogger(__name__)


@dataclass
class Round:
    done: list[Work] = field(default_factory=list)
    failed: list[Work] = field(default_factory=list)


def run_due(*, impatient: bool = False) -> Round:
    """Raises DatabaseError only where not even what is due can be read.

    `impatient` tries also what failed lately and would wait for its turn.
    """
    now = timezone.now()
    works = due_work(now)
    failures.forget_all_but(works)
    result = Round()
    for work in works if impatient else failures.to_be_tried(works, now):
        _attempt(work, result)
    return result


def _attempt(work: Work, result: Round) -> None:
    now = timezone.now()
    reasons: dict[str, str] = {}
    # A refusal speaks the language in which it was asked for, so it is asked for in each.
    for language in editors_languages():
        with translation.override(language):
            try:
                if carry_out(work, now):
                    result.done.append(work)
                return
            except ValidationError as refusal:
                error: Exception = refusal
                reasons[language] = explain(refusal, work.model)
            except Exception as failure:
                error = failure
                break
    result.failed.append(work)
    _keep(work, reasons or _in_every_language(error, work), error)


def _in_every_language(error: Exception, work: Work) -> dict[str, str]:
    reasons = {}
    for language in editors_languages():
        with translation.override(language):
            reasons[language] = explain(error, work.model)
    return reasons


def _keep(work: Work, reasons: dict[str, str], error: Exception) -> None:
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()
    try:
        failure = failures.note(work, reasons, error, timezone.now())
    except DatabaseError:
        logger.exception("Scheduled work failed, and that cannot be kept: %s.", work)
        return
    # A failure that goes on needs no second traceback.
    logger.error(
        "Scheduled work failed and is tried again at %s: %s. %s",
        failure.next_try_at.isoformat(timespec="seconds"),
        work,
        failure.error,
        exc_info=error if failure.attempts == 1 else None,
    )
