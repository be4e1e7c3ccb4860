"""The inbox's terms. They have no drafts, no approval and no moments of change."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation
from wagtail_localize.strings import StringValue

from govlab.core.translation.published_texts import (
    synchronised_digests,
    texts_of,
)
from govlab.core.translation.reviews import digest_of
from govlab.core.translation.states import texts_left
from govlab.core.translation.terms import untranslated_keys
from govlab.core.translation.untranslated import needs_translation
from govlab.core.vocabularies import VOCABULARIES, Term

from .items import Item, State, progress
from .labels import OWN_TEXT, UP_TO_DATE
from .rights import Rights, may_see_terms


def term_items(rights: Rights, locales: list[Locale], homes: list[Page]) -> Iterator[Item]:
    models = [model for model in VOCABULARIES if may_see_terms(rights.account, model)]
    if not models:
        return
    groups: dict[UUID, dict[int, Term]] = defaultdict(dict)
    for model in models:
        for term in model._default_manager.select_related("locale"):
            groups[term.translation_key][term.locale_id] = term
    records = {
        (record.source.object_id, record.target_locale_id): record
        for record in Translation.objects.filter(source__object_id__in=list(groups)).select_related(
            "source"
        )
    }
    left = texts_left(groups) if records else {}
    synchronised = synchronised_digests(record.source for record in records.values())
    unnamed = {locale.pk: set(untranslated_keys(locale)) for locale in locales}
    for key, group in groups.items():
        sources = {record.source.locale_id for pair, record in records.items() if pair[0] == key}
        original = next(
            (term for locale, term in group.items() if locale in sources),
            group.get(locales[0].pk) or next(iter(group.values())),
        )
        for locale in locales:
            if locale.pk == original.locale_id:
                continue
            target = group.get(locale.pk)
            record = records.get((key, locale.pk))
            yield _item(
                rights,
                original,
                target,
                locale,
                left=left.get((key, locale.pk), 0),
                unnamed=key in unnamed[locale.pk],
                outdated=record is not None
                and record.enabled
                and digest_of(texts_of(original)) != synchronised[record.source.pk],
                translated=record is not None,
                approves=rights.publishes_in(locale, homes),
            )


def _item(
    rights: Rights,
    original: Any,
    target: Any,
    locale: Locale,
    *,
    left: int,
    unnamed: bool,
    outdated: bool,
    translated: bool,
    approves: bool,
) -> Item:
    model = type(original)
    options = model._meta
    may_add = rights.submits and rights.may_with_terms("add", model, locale)
    may_change = rights.may_with_terms("change", model, locale)
    state: State = State.DONE
    label: str | Promise = UP_TO_DATE if translated else OWN_TEXT
    if target is None:
        state, label = State.MISSING, State.MISSING.label
    elif left or unnamed:
        total = max(_texts_to_translate(original), left)
        state, label = State.IN_PROGRESS, progress(left or 1, total)
    elif outdated:
        state, label = State.OUTDATED, State.OUTDATED.label
    start_url = reverse(
        "wagtail_localize:submit_snippet_translation",
        args=[options.app_label, options.model_name, quote(original.pk)],
    )
    edit_url = (
        reverse(f"wagtailsnippets_{options.app_label}_{options.model_name}:edit", args=[target.pk])
        if target
        else ""
    )
    return Item(
        translation_key=original.translation_key,
        locale=locale,
        source=original,
        target=target,
        title=str(original),
        type_key=options.label_lower,
        type_name=capfirst(options.verbose_name or ""),
        state=state,
        label=label,
        outdated_on_site=state == State.OUTDATED,
        mine=may_change if target else may_add,
        url=edit_url if target and may_change else "",
        start_url=start_url if target is None and may_add else "",
        may_assign=approves and (may_change if target else may_add),
    )


def _texts_to_translate(term: Any) -> int:
    return sum(needs_translation(StringValue(text).render_text()) for _path, text in texts_of(term))
