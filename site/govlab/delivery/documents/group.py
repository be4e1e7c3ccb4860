"""Translation groups: a page and its translations, with what their documents share."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from uuid import UUID

from wagtail.models import Page

from ..schemas.feed import WithdrawalReason
from ..schemas.page import TranslationInfo, TranslationLink
from .together import Together
from .translation_info import translation_infos
from .tree import PublicTree

# The columns that determine visibility and translation status, without content.
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
    """The pages of one translation group, public or not. `together` is what groups that are loaded
    at the same time share.

    Visibility is determined from tree columns alone. Everything else is read lazily, and may raise
    if the content of a page cannot be read.
    """

    def __init__(self, key: UUID, pages: list[Page], tree: PublicTree, together: Together) -> None:
        self.key = key
        self.pages = pages
        self.together = together
        self._tree = tree

    def why_withdrawn(self, page_id: int) -> WithdrawalReason | None:
        """Return why the page is not public, or None if it is."""
        return self._reasons.get(page_id, WithdrawalReason.DELETED)

    @cached_property
    def public(self) -> list[Page]:
        return [page for page in self.pages if self.why_withdrawn(page.pk) is None]

    @cached_property
    def links(self) -> list[TranslationLink]:
        return [self._link(page) for page in self.public]

    def info(self, page: Page) -> TranslationInfo:
        return self._infos[page.pk]

    def _link(self, page: Page) -> TranslationLink:
        path, url = self._tree.location(page)
        return TranslationLink(
            locale=page.locale.language_code,
            id=page.pk,
            path=path,
            url=url,
            status=self._infos[page.pk].status,
        )

    @cached_property
    def _reasons(self) -> dict[int, WithdrawalReason | None]:
        return {page.pk: self._tree.why_withdrawn(page) for page in self.pages}

    @cached_property
    def _infos(self) -> Mapping[int, TranslationInfo]:
        return self.together.of_group(translation_infos, self.pages)


def load_groups(keys: Iterable[UUID], tree: PublicTree) -> dict[UUID, Group]:
    """Return the groups in the order of the keys. A group whose pages were deleted is empty."""
    by_key: dict[UUID, list[Page]] = {key: [] for key in keys}
    pages = Page.objects.filter(translation_key__in=by_key).select_related("locale")
    for page in pages.only(*_COLUMNS).order_by("pk"):
        by_key[page.translation_key].append(page)
    tree.look_up(page for pages in by_key.values() for page in pages)
    groups: dict[UUID, Group] = {}
    together = Together(
        lambda: [page for group in groups.values() for page in group.public],
        lambda: [page for group in groups.values() for page in group.pages],
    )
    groups |= {key: Group(key, pages, tree, together) for key, pages in by_key.items()}
    return groups
