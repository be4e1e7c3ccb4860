"""Who translates what: assigned by approvers of the language and administrators, or taken by those
who translate it."""

import time
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from wagtail.models import Locale, Page

from govlab.core.vocabularies import VOCABULARIES

from ..models import TranslationAssignment
from ..visibility import may_see
from .rights import may_see_terms
from .translators import may_approve_translation, may_work_on_translation, translators

DROP_SECONDS = 600.0
_dropped_at = 0.0


def may_assign(actor: Any, source: Any, locale: Locale, assignee: Any | None) -> bool:
    """Whether the actor may make `assignee` responsible, or nobody."""
    if may_approve_translation(actor, source, locale):
        return assignee is None or may_work_on_translation(assignee, source, locale)
    if not may_work_on_translation(actor, source, locale):
        return False
    before = current_assignee(source, locale)
    if assignee is None:
        return before == actor
    return bool(assignee == actor and before in {None, actor})


def current_assignee(source: Any, locale: Locale) -> Any | None:
    """The account, unless it may not translate it any more."""
    row = TranslationAssignment.objects.filter(
        translation_key=source.translation_key, locale=locale
    ).first()
    if row is None or not may_work_on_translation(row.assignee, source, locale):
        return None
    return row.assignee


def assign(actor: Any, source: Any, locale: Locale, assignee: Any | None) -> None:
    """Without a check of rights: see `may_assign`."""
    if assignee is None:
        TranslationAssignment.objects.filter(
            translation_key=source.translation_key, locale=locale
        ).delete()
        return
    TranslationAssignment.objects.update_or_create(
        translation_key=source.translation_key,
        locale=locale,
        defaults={"assignee": assignee, "assigned_by": actor},
    )


def candidates(source: Any, locale: Locale) -> QuerySet[Any]:
    """The accounts that may translate it."""
    able = get_user_model().objects.filter(pk__in=translators([locale])[locale.pk])
    fitting = [account.pk for account in able if may_work_on_translation(account, source, locale)]
    return get_user_model().objects.filter(pk__in=fitting).order_by("last_name", "first_name")


def originals_of(key: Any) -> list[Any]:
    """The pages or terms of a translation group, the default language's first."""
    models: list[Any] = [Page, *VOCABULARIES]
    found = next(
        (rows for model in models if (rows := list(model.objects.filter(translation_key=key)))), []
    )
    default = Locale.get_default().pk
    return sorted(found, key=lambda row: row.locale_id != default)


def source_of(account: Any, key: Any, locale: Locale) -> Any | None:
    """What the account translates from; None if there is nothing that it may see."""
    for row in originals_of(key):
        if row.locale_id != locale.pk and not getattr(row, "alias_of_id", None):
            target = row.get_translation_or_none(locale)
            if _may_see(account, row) or (target is not None and _may_see(account, target)):
                return row
    return None


def _may_see(account: Any, row: Any) -> bool:
    """Terms of all languages are listed for whoever writes terms of one."""
    return may_see(account, row) if isinstance(row, Page) else may_see_terms(account, type(row))


def drop_lapsed_at_times() -> None:
    """The periodic task. In between, lists ignore assignments that lapsed."""
    global _dropped_at
    if not _dropped_at or time.monotonic() - _dropped_at > DROP_SECONDS:
        drop_lapsed()
        _dropped_at = time.monotonic()


def drop_lapsed() -> None:
    """Delete assignments of what is gone, and of accounts that may not translate it any more."""
    for row in TranslationAssignment.objects.select_related("assignee", "locale"):
        sources = [
            source for source in originals_of(row.translation_key) if source.locale != row.locale
        ]
        if not row.assignee.is_active or not any(
            may_work_on_translation(row.assignee, source, row.locale) for source in sources
        ):
            row.delete()
