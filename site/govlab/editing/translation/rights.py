"""Permissions in wagtail-localize: each view requires the permission of its equivalent in Wagtail,
on the source and on the target.

| in wagtail-localize | in Wagtail | asks for |
|---|---|---|
| submit for translation | adding a page, a term | seeing the source; “add” at the target's parent |
| texts, overrides, PO files, stop, start | editing | “change” on the target, which is not locked |
| publish | publishing | “publish” on the target, which is not locked |
| convert to alias | publishing what another page says | seeing the source; “change” and “publish” |
| sync translated pages | editing the source's record | “change” on the source or on a target |
"""

from typing import Any

from django.db.models import Model
from wagtail.models import DraftStateMixin, Locale, Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation, TranslationSource

from govlab.core.term_rights import may_write_language

from ..visibility import may_see_page

SUBMIT = "wagtail_localize.submit_translation"


def may_edit(account: Any, target: Model) -> bool:
    if isinstance(target, Page):
        return bool(target.permissions_for_user(account).can_edit())
    policy = policy_registry.get(target)
    return bool(policy.user_has_permission_for_instance(account, "change", target))


def is_locked(account: Any, target: Model) -> bool:
    """Whether the target is locked for this account, by a user, a workflow task or a schedule."""
    return isinstance(target, Page) and bool(target.permissions_for_user(account).page_locked())


def may_change(account: Any, target: Model) -> bool:
    return may_edit(account, target) and not is_locked(account, target)


def may_publish(account: Any, target: Model) -> bool:
    if isinstance(target, Page):
        can_publish = target.permissions_for_user(account).can_publish()
        return bool(can_publish) and not is_locked(account, target)
    if isinstance(target, DraftStateMixin):
        policy = policy_registry.get(target)
        return bool(policy.user_has_permission_for_instance(account, "publish", target))
    return may_edit(account, target)


def may_create_alias(account: Any, source: Page, target: Page) -> bool:
    return (
        may_see_page(account, source)
        and may_change(account, target)
        and may_publish(account, target)
    )


def awaiting_locales(source: Any) -> list[Locale]:
    """Return the languages into which the source can be translated: those without a translation in
    which the parent of a page exists. An alias is not a translation."""
    translated = source.get_translations(inclusive=True)
    if isinstance(source, Page):
        translated = translated.filter(alias_of=None)
    missing = Locale.objects.exclude(pk__in=translated.values("locale"))
    if isinstance(source, Page) and not source.get_parent().is_root():
        parents = source.get_parent().get_translations().filter(alias_of=None)
        missing = missing.filter(pk__in=parents.values("locale"))
    return list(missing)


def may_translate(account: Any, source: Any, locale: Locale) -> bool:
    """Whether the account may create the translation."""
    if not isinstance(source, Page):
        allowed = policy_registry.get(source).user_has_permission(account, "add")
        return bool(allowed) and may_write_language(account, locale)
    if not may_see_page(account, source):
        return False
    alias = source.get_translation_or_none(locale)
    if alias is not None:
        return may_change(account, alias)
    parent = source.get_parent()
    target_parent = parent if parent.is_root() else parent.get_translation_or_none(locale)
    if target_parent is None or target_parent.alias_of_id:
        return False
    return bool(target_parent.permissions_for_user(account).can_add_subpage())


def may_submit(account: Any, source: Any) -> bool:
    if not account.has_perm(SUBMIT):
        return False
    if isinstance(source, Page) and not may_see_page(account, source):
        return False
    if not isinstance(source, Page) and not policy_registry.get(source).user_has_permission(
        account, "add"
    ):
        return False
    awaiting = awaiting_locales(source)
    return not awaiting or any(may_translate(account, source, locale) for locale in awaiting)


def targets(source: TranslationSource) -> list[tuple[Translation, Model]]:
    """Return the synchronised translations with their targets."""
    found = []
    for translation in source.translations.filter(enabled=True).select_related("target_locale"):
        target = source.object.get_instance_or_none(translation.target_locale)
        if target is not None:
            translation.source = source
            found.append((translation, target))
    return found


def may_sync(account: Any, source: TranslationSource) -> bool:
    if not account.has_perm(SUBMIT):
        return False
    original = source.get_source_instance()
    if isinstance(original, Page) and not may_see_page(account, original):
        return False
    return may_change(account, original) or any(
        may_change(account, target) for _, target in targets(source)
    )
