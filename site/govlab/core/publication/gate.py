"""The publication gate, which every publication of a page passes, below all views.

Every publication saves a page with `live=True`: the editor, bulk actions, workflow, schedules,
translations and their synchronisation, aliases, copies, reverts, commands. The gate refuses what
the page's own form would refuse, and text that is still in the original's language.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models.signals import pre_save
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import COMMENTS_RELATION_NAME, Page

from govlab.delivery.refusals import PublicationRefused

from ..bin import is_in_bin
from ..translation.untranslated import untranslated_texts
from . import page_language, reserved_addresses
from .page_validation import page_problems
from .problems import Problem

# Columns that Wagtail updates without changing public content.
BOOKKEEPING = frozenset(
    (
        COMMENTS_RELATION_NAME,
        "alias_of",
        "alias_of_id",
        "depth",
        "draft_title",
        "expired",
        "first_published_at",
        "has_unpublished_changes",
        "last_published_at",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
        "owner",
        "path",
        "url_path",
    )
)


class PageRefused(PublicationRefused):
    """A page may not be published.

    `problems` has the single reasons, for showing them next to their fields.
    """

    def __init__(self, page: Page, problems: Sequence[Problem]) -> None:
        self.page = page
        self.problems = problems
        errors: dict[str, list[str]] = {}
        for problem in problems:
            errors.setdefault(problem.field or NON_FIELD_ERRORS, []).append(
                sentence(page.title, problem)
            )
        super().__init__(errors)


def ensure_publishable(page: Page) -> None:
    """Raises PageRefused. Validates the page in memory, including its rows."""
    problems = [*_place_problems(page), *page_problems(page)]
    # A page in another language's branch is reported once, not for each of its texts too.
    problems += [] if problems else _language_problems(page)
    if problems:
        raise PageRefused(page, problems)


def is_bookkeeping(update_fields: Iterable[str] | None) -> bool:
    return update_fields is not None and BOOKKEEPING.issuperset(update_fields)


def hold_back_foreign_alias(page: Any) -> None:
    """Save an alias of a page in another language as a draft, since its text is not translated."""
    if page.live and page.alias_of and page.alias_of.locale_id != page.locale_id:
        page.live, page.has_unpublished_changes = False, True


def connect() -> None:
    pre_save.connect(_plain_page, sender=Page, dispatch_uid="core_publication")


def _plain_page(
    instance: Page,
    raw: bool = False,
    update_fields: Iterable[str] | None = None,
    **kwargs: Any,
) -> None:
    """Check pages that are saved as a plain `Page`, as in moves, without their type's `save`."""
    if raw or not instance.live or instance.pk is None or is_bookkeeping(update_fields):
        return
    stored = Page.objects.filter(pk=instance.pk).first()
    page: Any = stored and stored.specific
    if page is None or type(page) is Page:
        return
    own = [field.attname for field in Page._meta.concrete_fields if field.name not in BOOKKEEPING]
    if stored.live and all(getattr(stored, name) == getattr(instance, name) for name in own):
        if problems := _place_problems(instance):
            raise PageRefused(instance, problems)
        return
    for field in Page._meta.concrete_fields:
        setattr(page, field.attname, getattr(instance, field.attname))
    ensure_publishable(page)


def _place_problems(page: Page) -> list[Problem]:
    if is_in_bin(page):
        return [Problem(reason=_("It is in the bin. Restore it first."))]
    parent = page.get_parent() if page.path else None
    if parent is None:
        return []
    if reason := page_language.refusal(page, parent):
        return [Problem(reason=reason)]
    if reason := reserved_addresses.refusal(page, parent):
        return [Problem(reason=reason, field="slug")]
    return []


def _language_problems(page: Page) -> list[Problem]:
    if page.alias_of_id and Page.objects.filter(pk=page.alias_of_id, live=True).exists():
        return []  # Its source has passed the gate already.
    left = untranslated_texts(page)
    if not left:
        return []
    return [Problem(reason=texts_left(len(left)), untranslated=tuple(left))]


def texts_left(number: int) -> str:
    """Return the reason for refusing a translation that is not complete."""
    return ngettext(
        "%(left)d text is not translated yet.", "%(left)d texts are not translated yet.", number
    ) % {"left": number}


def sentence(title: str, problem: Problem) -> str:
    """Return the message that names the page or term, the place in it and the reason."""
    values = {"page": title, "place": problem.place, "reason": problem.reason}
    if problem.place:
        return _("“%(page)s” is not published. %(place)s: %(reason)s") % values
    return _("“%(page)s” is not published. %(reason)s") % values
