"""Stores a problem: the one way in, below the form on the site and the API."""

from datetime import timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from govlab.limits import rates

from ..models import Problem, ProblemSource
from . import notification
from .form import ProblemForm

LIMIT = rates.Limit("problem", "GOVLAB_PROBLEMS_PER_HOUR", 3600)


def retention() -> timedelta:
    return timedelta(days=settings.GOVLAB_PROBLEM_RETENTION_DAYS)


def submit(
    form: ProblemForm,
    *,
    locale: str,
    source: ProblemSource,
    client: str,
    submission: UUID | None = None,
) -> Problem:
    """Store a valid form, and tell the laboratory. What was stored before under the same
    `submission` is returned as it is.

    Raises TooManyRequests.
    """
    submission = submission or uuid4()
    if known := Problem.objects.filter(submission=submission).first():
        return known
    rates.count(LIMIT, client)
    problem = Problem(
        submission=submission,
        source=source,
        locale=locale,
        delete_on=timezone.localdate() + retention(),
        **form.texts(),
    )
    try:
        with transaction.atomic():
            problem.save()
    except IntegrityError:
        # The same form, sent twice at once.
        return Problem.objects.get(submission=submission)
    notification.tell(problem)
    return problem
