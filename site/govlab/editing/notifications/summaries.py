"""The daily summary: what waits for an account, in one mail instead of single ones."""

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from govlab.delivery.locks import exclusive

from ..dashboard import work
from ..dashboard.lists import Approvals
from ..inbox.collect import inbox_items
from ..inbox.items import Item, State
from ..inbox.selection import ME, Selection
from ..inbox.views import by_urgency
from ..models import Notification, NotificationKind, NotificationSettings
from .messages import Mail, absolute, edit_url, language_of, letter, named, reason_of
from .transport import deliver, mail_connection

logger = logging.getLogger(__name__)

# Of each kind; the others are a number with a link.
SHOWN = 10
RETRY = timedelta(minutes=5)
DECISIONS = (NotificationKind.APPROVED, NotificationKind.REJECTED)


def run() -> None:
    """The periodic task: nothing before the set hour of the project's time zone."""
    now = timezone.now()
    if timezone.localtime(now, timezone.get_default_timezone()).hour >= (
        settings.GOVLAB_SUMMARY_HOUR
    ):
        send_due(now)


def send_due(now: datetime) -> int:
    """Send today's summaries that were not sent yet; return how many mails were sent."""
    today = timezone.localtime(now, timezone.get_default_timezone()).date()
    sent = 0
    with exclusive("daily summaries") as ours:
        if not ours:
            return 0
        due = NotificationSettings.objects.filter(
            Q(last_summary_on=None) | Q(last_summary_on__lt=today),
            Q(next_summary_try_at=None) | Q(next_summary_try_at__lte=now),
            daily_summary=True,
            user__is_active=True,
        )
        connection = mail_connection()
        for chosen in due.exclude(user__email="").select_related("user"):
            try:
                sent += _send(chosen.user, now, connection)
            except Exception:
                logger.exception("The summary for account %s was not sent.", chosen.user_id)
                chosen.next_summary_try_at = now + RETRY
                chosen.save(update_fields=["next_summary_try_at"])
            else:
                chosen.last_summary_on, chosen.next_summary_try_at = today, None
                chosen.save(update_fields=["last_summary_on", "next_summary_try_at"])
    return sent


def _send(account: Any, now: datetime, connection: Any) -> int:
    """Single mails that the summary stands for are recorded with it."""
    told = Notification.objects.filter(recipient=account, done_at=None)
    rows = list(told.select_related("page__locale", "actor").order_by("created_at"))
    mail = summary(account, [row for row in rows if row.kind in DECISIONS])
    if mail is not None:
        deliver(account, mail, connection)
    told.filter(pk__in=[row.pk for row in rows]).update(done_at=now)
    return int(mail is not None)


def summary(account: Any, decisions: list[Notification]) -> Mail | None:
    """None if nothing waits."""
    with override(language_of(account)):
        paragraphs = [*_approvals(account), *_decisions(decisions), *_translations(account)]
        if not paragraphs:
            return None
        paragraphs.append(
            _("Your dashboard: %(url)s") % {"url": absolute(reverse("wagtailadmin_home"))}
        )
        return letter(account, _("What waits for you today"), paragraphs)


def _approvals(account: Any) -> Iterator[str]:
    rows = work.approvals(account)
    if not rows:
        return
    yield ngettext(
        "%(count)d page waits for your approval:",
        "%(count)d pages wait for your approval:",
        len(rows),
    ) % {"count": len(rows)}
    for row in rows[:SHOWN]:
        yield f"{_quoted(row.title)} ({row.language})\n{absolute(row.url)}"
    yield _all(len(rows), reverse(Approvals.url_name()))


def _decisions(rows: list[Notification]) -> Iterator[str]:
    for row in rows:
        if row.kind == NotificationKind.APPROVED:
            text = _("“%(title)s” (%(language)s) was approved.") % named(row.page)
        else:
            text = _("“%(title)s” (%(language)s) was not approved: changes are requested.") % named(
                row.page
            )
        yield "\n".join(line for line in (text, reason_of(row), edit_url(row.page)) if line)


def _translations(account: Any) -> Iterator[str]:
    items = inbox_items(account)
    assigned = Selection(assignee=ME)
    mine = {(item.translation_key, item.locale.pk) for item in assigned.of(items, account)}
    outdated, missing = (
        Selection(state=state, work=ME) for state in (State.OUTDATED, State.MISSING)
    )
    for selection, heading in (
        (assigned, _("Translations assigned to you: %(count)d")),
        (outdated, _("Outdated translations: %(count)d")),
        (missing, _("Missing translations: %(count)d")),
    ):
        found = selection.of(items, account)
        shown = [
            item
            for item in by_urgency(found)
            if selection is assigned or (item.translation_key, item.locale.pk) not in mine
        ]
        if not shown:
            continue
        yield heading % {"count": len(found)}
        for item in shown[:SHOWN]:
            yield _line(item)
        yield _all(len(found), selection.url)


def _line(item: Item) -> str:
    address = item.url or item.start_url
    line = f"{_quoted(item.title)} ({item.language}): {item.label}"
    return f"{line}\n{absolute(address)}" if address else line


def _all(count: int, url: str) -> str:
    return _("All of them: %(url)s") % {"url": absolute(url)} if count > SHOWN else ""


def _quoted(title: str) -> str:
    return _("“%(text)s”") % {"text": title}
