"""E-mails about problems: to the laboratory, and its answer to the reader.

They leave through Django's email backend, which in this project writes them to the queue of the
worker. A problem whose mail could not even be queued is told of later, by a periodic task.
"""

import logging
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from govlab.core.contacts import current

from ..models import Problem, ProblemState

logger = logging.getLogger(__name__)

BATCH = 100
_HEADERS = {"Auto-Submitted": "auto-generated"}


def tell(problem: Problem) -> bool:
    """Tell the laboratory; return whether the mail was queued. The problem is stored anyhow."""
    address = current().problem_email
    if not address:
        return False
    try:
        with transaction.atomic():
            message = _message(problem)
            message.to = [address]
            message.send()
            problem.notified_at = timezone.now()
            problem.save(update_fields=["notified_at"])
    except Exception:
        logger.exception("The laboratory was not told of problem %s yet.", problem.reference)
        problem.notified_at = None
        return False
    return True


def tell_later() -> None:
    """A periodic task: one query where there is nothing to tell."""
    untold = Problem.objects.filter(notified_at=None, state=ProblemState.NEW)
    for problem in untold.order_by("received_at")[:BATCH]:
        if not tell(problem):
            return


def _message(problem: Problem) -> EmailMessage:
    """Without the name and address of the reader: they stay where rights and retention hold."""
    path = reverse("govlab_problems:edit", args=[problem.pk])
    with override(settings.LANGUAGE_CODE):
        parts = [
            _("A reader reported a problem: %(reference)s") % {"reference": problem.reference},
            problem.problem,
            _labelled(_("Who is affected"), problem.affected),
            _labelled(_("Institution"), problem.institution),
            _("Read and answer it: %(url)s") % {"url": f"{settings.WAGTAILADMIN_BASE_URL}{path}"},
            _("It will be deleted on %(date)s.")
            % {"date": problem.delete_on.strftime(settings.WAGTAIL_DATE_FORMAT)},
        ]
        subject = _("Reported problem %(reference)s") % {"reference": problem.reference}
    return EmailMessage(subject, "\n\n".join(filter(None, parts)) + "\n", headers=_HEADERS)


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if text else ""


def answer(problem: Problem, text: str, account: Any) -> None:
    """Store the answer and queue its mail, both or neither."""
    with override(problem.locale), transaction.atomic():
        problem.answer = text
        problem.answered_at = timezone.now()
        problem.answered_by = account
        problem.state = ProblemState.ANSWERED
        problem.save()
        reply_to = current().email
        EmailMessage(
            _("Answer to your problem %(reference)s") % {"reference": problem.reference},
            f"{text}\n\n{_('You wrote:')}\n\n{_quoted(problem.problem)}\n",
            to=[problem.email],
            reply_to=[reply_to] if reply_to else None,
        ).send()


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" for line in text.splitlines())
