"""A page and its translations, with what the log must know to make a document of each."""

from collections.abc import Iterable
from functools import cached_property
from uuid import UUID

from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from govlab.core.translations import TranslationState, TranslationStatus, translation_states

from ..schema.feed import WithdrawalReason
from ..schema.page import Provenance, TranslationInfo, TranslationLink
from .tree import PublicTree

# What decides whether a page is public, and how it stands to its translations: no content.
_COLUMNS = (
    "pk",
    "path",
    "slug",
    "url_path",
    "live",
    "expired",
    "translation_key",
    "content_type",
    "last_published_at",
    "locale__language_code",
)


class Group:
    """The pages of one translation group, whether public or not, as rows of the page tree.

    What is public of them is known from these rows; all else is read when it is asked for, and
    may fail where content cannot be read.
    """

    def __init__(self, key: UUID, pages: list[Page], tree: PublicTree) -> None:
        self.key = key
        self.pages = pages
        self._tree = tree

    def why_withdrawn(self, page_id: int) -> WithdrawalReason | None:
        """None for a public page."""
        return self._reasons.get(page_id, WithdrawalReason.DELETED)

    @cached_property
    def public(self) -> list[Page]:
        return [page for page in self.pages if self.why_withdrawn(page.pk) is None]

    @cached_property
    def links(self) -> list[TranslationLink]:
        return [self._link(page) for page in self.public]

    def info(self, page: Page) -> TranslationInfo:
        state = self._states[page.pk]
        machine = page.locale.language_code in self._machine_made
        return TranslationInfo(
            source_locale=state.source_locale,
            status=state.status,
            provenance=Provenance.MACHINE if machine else Provenance.HUMAN,
        )

    def _link(self, page: Page) -> TranslationLink:
        path, url = self._tree.location(page)
        return TranslationLink(
            locale=page.locale.language_code,
            id=page.pk,
            path=path,
            url=url,
            status=self._states[page.pk].status,
        )

    @cached_property
    def _reasons(self) -> dict[int, WithdrawalReason | None]:
        return {page.pk: self._tree.why_withdrawn(page) for page in self.pages}

    @cached_property
    def _states(self) -> dict[int, TranslationState]:
        return translation_states(self.pages)

    @cached_property
    def _machine_made(self) -> set[str]:
        """Languages in which some of the group's present texts were made by a machine."""
        if all(state.status == TranslationStatus.ORIGINAL for state in self._states.values()):
            return set()
        translations = Translation.objects.filter(source__object_id=self.key)
        return set(
            StringTranslation.objects.filter(
                translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
                context__object_id=self.key,
                locale__in=translations.values("target_locale"),
            )
            .values_list("locale__language_code", flat=True)
            .distinct()
        )


def load_groups(keys: Iterable[UUID], tree: PublicTree) -> dict[UUID, Group]:
    """In the order of the keys; a group whose pages are gone has none."""
    by_key: dict[UUID, list[Page]] = {key: [] for key in keys}
    pages = Page.objects.filter(translation_key__in=by_key).select_related("locale")
    for page in pages.only(*_COLUMNS).order_by("pk"):
        by_key[page.translation_key].append(page)
    tree.look_up(page for pages in by_key.values() for page in pages)
    return {key: Group(key, pages, tree) for key, pages in by_key.items()}
