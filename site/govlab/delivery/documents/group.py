"""A page and its translations, with what the log must know to make a document of each."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from govlab.core.translations import TranslationState, TranslationStatus, translation_states

from ..schema.page import Provenance, TranslationInfo, TranslationLink
from .tree import PublicTree


@dataclass
class Group:
    """The specific pages of one translation group, whether public or not."""

    key: UUID
    pages: list[Any]
    links: list[TranslationLink] = field(default_factory=list)
    _states: dict[int, TranslationState] = field(default_factory=dict)
    _machine_made: set[str] = field(default_factory=set)

    @classmethod
    def load(cls, key: UUID, tree: PublicTree) -> "Group":
        pages = list(
            Page.objects.filter(translation_key=key)
            .select_related("locale")
            .order_by("pk")
            .specific()
        )
        group = cls(key, pages)
        if pages:
            group._states = translation_states(pages)
        if any(state.status != TranslationStatus.ORIGINAL for state in group._states.values()):
            group._machine_made = _machine_made(key)
        group.links = [group._link(page, tree) for page in pages if not tree.why_withdrawn(page)]
        return group

    def _link(self, page: Any, tree: PublicTree) -> TranslationLink:
        path, url = tree.location(page)
        return TranslationLink(
            locale=page.locale.language_code,
            id=page.pk,
            path=path,
            url=url,
            status=self._states[page.pk].status,
        )

    def info(self, page: Any) -> TranslationInfo:
        state = self._states[page.pk]
        machine = page.locale.language_code in self._machine_made
        return TranslationInfo(
            source_locale=state.source_locale,
            status=state.status,
            provenance=Provenance.MACHINE if machine else Provenance.HUMAN,
        )


def _machine_made(key: UUID) -> set[str]:
    """Languages in which some of the group's present texts were made by a machine."""
    translations = Translation.objects.filter(source__object_id=key)
    return set(
        StringTranslation.objects.filter(
            translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
            context__object_id=key,
            locale__in=translations.values("target_locale"),
        )
        .values_list("locale__language_code", flat=True)
        .distinct()
    )
