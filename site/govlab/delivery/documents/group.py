"""A page and its translations, with what the log must know to make a document of each."""

from collections.abc import Iterable
from functools import cached_property
from uuid import UUID

from wagtail.models import Page

from ..schemas.feed import WithdrawalReason
from ..schemas.page import TranslationInfo, TranslationLink
from .translation_info import translation_infos
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
    def _infos(self) -> dict[int, TranslationInfo]:
        return translation_infos(self.pages)


def load_groups(keys: Iterable[UUID], tree: PublicTree) -> dict[UUID, Group]:
    """In the order of the keys; a group whose pages are gone has none."""
    by_key: dict[UUID, list[Page]] = {key: [] for key in keys}
    pages = Page.objects.filter(translation_key__in=by_key).select_related("locale")
    for page in pages.only(*_COLUMNS).order_by("pk"):
        by_key[page.translation_key].append(page)
    tree.look_up(page for pages in by_key.values() for page in pages)
    return {key: Group(key, pages, tree) for key, pages in by_key.items()}
