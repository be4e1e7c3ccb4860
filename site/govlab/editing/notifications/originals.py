"""From a published original to those who translate it, each told once until it is dealt with."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from wagtail.models import Locale, Page

from govlab.core.translation.states import translation_states
from govlab.delivery.schemas.page import TranslationStatus

from ..inbox.assignments import current_assignee
from ..inbox.translators import may_work_on_translation, translators
from ..models import Notification, NotificationKind, PublishedOriginal

# At a time, so that one round of the worker stays short.
BATCH = 200


def tell_translators() -> None:
    locales = list(Locale.objects.all())
    for published in PublishedOriginal.objects.select_related("page", "actor")[:BATCH]:
        with transaction.atomic():
            for locale in locales:
                _tell(published, locale)
            # A later publication has written another moment, and is looked at again.
            PublishedOriginal.objects.filter(
                pk=published.pk, published_at=published.published_at
            ).delete()


def _tell(published: PublishedOriginal, locale: Locale) -> None:
    page = published.page.specific
    if not needs_translation(page, locale):
        return
    Notification.objects.bulk_create(
        [
            Notification(
                recipient=account,
                kind=NotificationKind.TRANSLATE,
                page_id=page.pk,
                locale=locale,
                actor=published.actor,
            )
            for account in _recipients(page, locale)
            if account != published.actor
        ],
        ignore_conflicts=True,
    )


def _recipients(page: Page, locale: Locale) -> list[Any]:
    """The assignee; without one, everybody who may translate it and has not switched it off."""
    assignee = current_assignee(page, locale)
    if assignee is not None:
        return [assignee]
    able = get_user_model().objects.filter(pk__in=translators([locale])[locale.pk])
    wanted = able.exclude(notification_settings__translations=False)
    return [account for account in wanted if may_work_on_translation(account, page, locale)]


def needs_translation(page: Page, locale: Locale) -> bool:
    return bool(_pairs_to_translate([(page, locale)]))


def unsettled(rows: Iterable[Notification]) -> set[int]:
    """Primary keys of those whose translation is still missing or outdated. In a fixed number of
    queries; expects `page` and `locale` to be fetched with the rows."""
    told = list(rows)
    open_pairs = _pairs_to_translate(
        [(row.page, row.locale) for row in told if row.locale is not None]
    )
    return {row.pk for row in told if (row.page_id, row.locale_id) in open_pairs}


def _pairs_to_translate(pairs: list[tuple[Page, Locale]]) -> set[tuple[int, int]]:
    """Of public originals and languages, those whose translation is missing or outdated."""
    keys = {page.translation_key for page, _locale in pairs}
    rows = list(
        Page.objects.filter(translation_key__in=keys, alias_of=None).select_related("locale")
    )
    states = translation_states(rows)
    by_language = {(row.translation_key, row.locale_id): row for row in rows}
    found = set()
    for page, locale in pairs:
        source = by_language.get((page.translation_key, page.locale_id))
        target = by_language.get((page.translation_key, locale.pk))
        if (
            source is None
            or not source.live
            or locale.pk == page.locale_id
            or states[source.pk].status != TranslationStatus.ORIGINAL
        ):
            continue
        if target is None or states[target.pk].status == TranslationStatus.OUTDATED:
            found.add((page.pk, locale.pk))
    return found
