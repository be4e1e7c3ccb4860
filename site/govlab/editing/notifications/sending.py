"""Sends what is written down. A periodic task of the worker, and safe to run anywhere beside it.

A mail server that cannot be reached delays the mails, for a week at most. A mail is recorded as
sent after it was sent, so a crash in between sends it again.
"""

import logging
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import groupby

from django.db.models import F, QuerySet
from django.utils import timezone
from wagtail.users.models import UserProfile

from govlab.delivery.locks import exclusive

from ..models import Notification, NotificationKind
from .messages import compose
from .originals import tell_translators, unsettled
from .transport import GIVE_UP_AFTER, delay_after, deliver, mail_connection

logger = logging.getLogger(__name__)

BATCH = 100
KEPT_FOR = timedelta(days=30)
# Between two clean-ups of what is dealt with.
CLEAN_UP_SECONDS = 60.0
_cleaned_up_at = 0.0


def run() -> None:
    """The periodic task."""
    global _cleaned_up_at
    with exclusive("editors' mail") as ours:
        if not ours:
            return
        if time.monotonic() - _cleaned_up_at > CLEAN_UP_SECONDS or not _cleaned_up_at:
            clean_up(timezone.now())
            _cleaned_up_at = time.monotonic()
        tell_translators()
        send_pending(timezone.now())


def clean_up(now: datetime) -> None:
    """Forget translations that are dealt with, so that the next change is reported again, and old
    mails."""
    told = Notification.objects.filter(kind=NotificationKind.TRANSLATE, done_at__isnull=False)
    rows = list(told.select_related("page", "locale"))
    if rows:
        still_open = unsettled(rows)
        settled = [row.pk for row in rows if row.pk not in still_open]
        Notification.objects.filter(pk__in=settled).delete()
    old = Notification.objects.exclude(kind=NotificationKind.TRANSLATE)
    old.filter(done_at__lt=now - KEPT_FOR).delete()


def pending(now: datetime) -> QuerySet[Notification]:
    """What is to be sent by itself: not to accounts with a daily summary."""
    return (
        Notification.objects.filter(done_at=None, next_try_at__lte=now)
        .exclude(recipient__notification_settings__daily_summary=True)
        .select_related(
            "recipient", "page__locale", "locale", "actor", "task_state__workflow_state"
        )
        .order_by("recipient", "kind", "created_at", "pk")
    )


def send_pending(now: datetime) -> None:
    rows = list(pending(now)[:BATCH])
    if not rows:
        return
    wanted = [row for row in rows if _is_wanted(row)]
    translations = unsettled(row for row in wanted if row.kind == NotificationKind.TRANSLATE)
    wanted = [
        row for row in wanted if row.kind != NotificationKind.TRANSLATE or row.pk in translations
    ]
    _done([row for row in rows if row not in wanted], now)
    connection = mail_connection()
    letters = list(_letters(wanted))
    for number, letter in enumerate(letters):
        try:
            deliver(letter[0].recipient, compose(letter), connection)
        except Exception as error:
            logger.exception("A mail to account %s was not sent.", letter[0].recipient_id)
            _retry_later(letter, now)
            if isinstance(error, OSError):  # The server, and not this mail, is the reason.
                for rest in letters[number + 1 :]:
                    _retry_later(rest, now)
                break
        else:
            _done(letter, now)


def _letters(rows: list[Notification]) -> Iterator[list[Notification]]:
    """What goes into one mail: all translations of a recipient, everything else by itself."""

    def key(row: Notification) -> tuple[int, str, int]:
        together = row.kind == NotificationKind.TRANSLATE
        return row.recipient_id, row.kind, 0 if together else row.pk

    for _key, group in groupby(sorted(rows, key=key), key):
        yield list(group)


def _is_wanted(row: Notification) -> bool:
    """Whether the recipient may and will act, and nobody else has acted yet."""
    account = row.recipient
    if not account.is_active or not account.email:
        return False
    if not account.has_perm("wagtailadmin.access_admin"):
        return False
    if row.kind == NotificationKind.TRANSLATE:
        return True
    if row.kind == NotificationKind.SUBMITTED and not may_still_approve(row):
        return False
    profile = UserProfile.objects.filter(user=account).first()
    return profile is None or bool(getattr(profile, f"{row.kind}_notifications"))


def may_still_approve(row: Notification) -> bool:
    state = row.task_state
    if state is None or state.status != state.STATUS_IN_PROGRESS:
        return False
    return bool(state.task.specific.get_actions(row.page.specific, row.recipient))


def _done(rows: list[Notification], now: datetime) -> None:
    Notification.objects.filter(pk__in=[row.pk for row in rows]).update(done_at=now)


def _retry_later(rows: list[Notification], now: datetime) -> None:
    delay = delay_after(rows[0].attempts)
    failed = Notification.objects.filter(pk__in=[row.pk for row in rows])
    failed.update(attempts=F("attempts") + 1, next_try_at=now + delay)
    given_up = failed.filter(created_at__lt=now - GIVE_UP_AFTER)
    if given_up.update(done_at=now):
        logger.error("Mails to account %s could not be sent in a week.", rows[0].recipient_id)
