"""What the inbox lists: a page or term and one language to translate it into."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from wagtail.models import Locale

Owner = tuple[int, str]


class State(TextChoices):
    """In the order of urgency for those who translate."""

    OUTDATED = "outdated", _("Out of date")
    MISSING = "missing", _("Not translated")
    IN_PROGRESS = "in_progress", pgettext_lazy("of a translation", "In progress")
    READY = "ready", _("Translated, not published")
    WAITING = "waiting", _("Waiting for approval")
    DONE = "done", _("Done")


@dataclass(frozen=True)
class Item:
    translation_key: UUID
    locale: Locale
    # The original and the translation, as rows of their base model; None if missing.
    source: Any
    target: Any
    # As the account may read it.
    title: str
    type_key: str
    type_name: str
    state: State
    label: str | Promise
    # Since when it is in this state; None where that is not recorded, as for terms.
    since: datetime | None = None
    # Whether readers see a translation that is out of date, also while its update waits.
    outdated_on_site: bool = False
    # Whether the account is to approve it.
    for_me: bool = False
    # Whether the account may translate it, now or once its parent is translated.
    mine: bool = False
    # Where the account works on it, if it may, by GET.
    url: str = ""
    # Where it starts the translation, by POST.
    start_url: str = ""
    # The page to translate first.
    blocked_by: str = ""
    # Where it is shown what changed in the original, and where, by POST, the account confirms that
    # the translation needs no change.
    changes_url: str = ""
    confirm_url: str = ""
    # Primary keys and titles of the pages above it, without the front page.
    section: tuple[tuple[int, str], ...] = ()
    owner: Owner | None = None
    assignee: Owner | None = None
    # Whether the account may assign it to others.
    may_assign: bool = False

    @property
    def is_open(self) -> bool:
        return self.state != State.DONE

    @property
    def language(self) -> str:
        return str(self.locale.get_display_name())

    @property
    def owner_name(self) -> str:
        return self.owner[1] if self.owner else ""

    @property
    def assignee_name(self) -> str:
        return self.assignee[1] if self.assignee else ""

    @property
    def section_name(self) -> str:
        return " › ".join(title for _pk, title in self.section)


def progress(left: int, total: int) -> str:
    """“2 of 3 texts translated”."""
    return ngettext(
        "%(done)d of %(total)d text translated", "%(done)d of %(total)d texts translated", total
    ) % {"done": total - left, "total": total}
