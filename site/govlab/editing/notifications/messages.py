"""The texts of the mails, in the recipient's language and as plain text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page
from wagtail.users.models import UserProfile

from ..inbox.selection import ME, Selection
from ..language_names import language_name
from ..models import Notification, NotificationKind


@dataclass(frozen=True)
class Mail:
    subject: str
    body: str


def language_of(account: Any) -> str:
    """The language that the account chose for the administration, else the project's."""
    profile = UserProfile.objects.filter(user=account).first()
    return (profile and profile.preferred_language) or str(settings.LANGUAGE_CODE)


def absolute(path: str) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"


def compose(rows: Sequence[Notification]) -> Mail:
    """One mail for rows of one recipient and kind; several only for translations."""
    first = rows[0]
    with override(language_of(first.recipient)):
        if first.kind == NotificationKind.TRANSLATE:
            return _to_translate(rows)
        compose_one = {
            NotificationKind.SUBMITTED: _submitted,
            NotificationKind.APPROVED: _approved,
            NotificationKind.REJECTED: _rejected,
        }[NotificationKind(first.kind)]
        return compose_one(first)


def letter(recipient: Any, subject: str, paragraphs: Iterable[str]) -> Mail:
    """With greeting and the way to the preferences."""
    greeting = _("Hello, %(name)s!") % {"name": get_user_display_name(recipient)}
    preferences = _("Choose which emails you get: %(url)s") % {
        "url": absolute(f"{reverse('wagtailadmin_account')}#tab-notifications")
    }
    body = "\n\n".join([greeting, *(text for text in paragraphs if text), preferences])
    # A title may hold a line break, which a header must not.
    return Mail(" ".join(subject.split()), f"{body}\n")


def named(page: Page) -> dict[str, Any]:
    return {"title": page.draft_title, "language": language_name(page.locale)}


def edit_url(page: Page) -> str:
    return absolute(reverse("wagtailadmin_pages:edit", args=[page.pk]))


def reason_of(row: Notification) -> str:
    if row.reason:
        return _("Reason: %(reason)s") % {"reason": row.reason}
    return _("No reason was given.") if row.kind == NotificationKind.REJECTED else ""


def translate_line(page: Page, row: Notification) -> str:
    """Title, language and where the recipient works on it."""
    from_here = row.page.get_translation_or_none(row.locale) if row.locale else None
    values = {"title": row.page.title, "language": row.locale and language_name(row.locale)}
    if from_here is None or from_here.alias_of_id:
        url = reverse("wagtail_localize:submit_page_translation", args=[row.page_id])
        return _("“%(title)s” (%(language)s): not translated yet.") % values + f"\n{absolute(url)}"
    url = reverse("wagtailadmin_pages:edit", args=[from_here.pk])
    return _("“%(title)s” (%(language)s): out of date.") % values + f"\n{absolute(url)}"


def _submitted(row: Notification) -> Mail:
    values = named(row.page)
    return letter(
        row.recipient,
        _("Waiting for your approval: %(title)s") % values,
        [
            _("“%(title)s” (%(language)s) was submitted for approval.") % values,
            _by(row),
            _("Check it, then approve it or request changes: %(url)s")
            % {"url": edit_url(row.page)},
        ],
    )


def _approved(row: Notification) -> Mail:
    values = named(row.page)
    url = row.page.full_url if row.page.live else None
    return letter(
        row.recipient,
        _("Approved: %(title)s") % values,
        [
            _("“%(title)s” (%(language)s) was approved.") % values,
            _by(row),
            reason_of(row),
            _("Readers find it here: %(url)s") % {"url": url} if url else "",
            _("Edit it: %(url)s") % {"url": edit_url(row.page)},
        ],
    )


def _rejected(row: Notification) -> Mail:
    values = named(row.page)
    return letter(
        row.recipient,
        _("Changes requested: %(title)s") % values,
        [
            _("“%(title)s” (%(language)s) was not approved: changes are requested.") % values,
            _by(row),
            reason_of(row),
            _("Edit it: %(url)s") % {"url": edit_url(row.page)},
        ],
    )


def _to_translate(rows: Sequence[Notification]) -> Mail:
    subject = _("To be translated: %(title)s") % {"title": rows[0].page.title}
    if len(rows) > 1:
        subject = ngettext(
            "To be translated: %(count)d page", "To be translated: %(count)d pages", len(rows)
        ) % {"count": len(rows)}
    introduction = ngettext(
        "The original was published, and its translation is missing or out of date:",
        "The originals were published, and their translations are missing or out of date:",
        len(rows),
    )
    inbox = _("Everything to be translated: %(url)s") % {"url": absolute(Selection(work=ME).url)}
    lines = [translate_line(row.page, row) for row in rows]
    return letter(rows[0].recipient, subject, [introduction, *lines, inbox])


def _by(row: Notification) -> str:
    if row.actor is None:
        return ""
    person = {"person": get_user_display_name(row.actor)}
    if row.kind == NotificationKind.SUBMITTED:
        return _("Submitted by: %(person)s") % person
    return _("Decided by: %(person)s") % person
