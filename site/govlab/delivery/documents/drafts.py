"""The document of a page that is not in the log: a draft, for its preview, or a private page, for
readers who may see it."""

from django.urls import NoReverseMatch
from django.utils import timezone, translation
from wagtail.models import Page

from ..schemas.page import PageDocument, TranslationInfo, TranslationStatus
from .build import page_document
from .group import Group, load_groups
from .registry import document_type
from .resolver import Resolver
from .specific import read_rows
from .translation_info import translation_infos
from .tree import PublicTree


class _DraftTree(PublicTree):
    def location(self, page: Page) -> tuple[str, str]:
        """Return empty strings for a page that has no URL yet."""
        try:
            return super().location(page)
        except (ValueError, NoReverseMatch):
            return "", ""


class _DraftGroup(Group):
    def __init__(self, stored: Group, tree: PublicTree) -> None:
        super().__init__(stored.key, stored.pages, tree, stored.together)

    def info(self, page: Page) -> TranslationInfo:
        if any(page.pk == other.pk for other in self.pages):
            info = super().info(page)
            if page.live or info.status is not TranslationStatus.OUTDATED:
                return info
            # No reader has seen a translation before, so none can be out of date.
            return info.model_copy(
                update={"status": TranslationStatus.CURRENT, "source_changed_at": None}
            )
        # A page that is not saved yet translates nothing.
        return translation_infos([page])[page.pk]


def draft_document(page: Page, closed: tuple[str, ...] | None = None) -> PageDocument | None:
    """Return the document of the page as it is in memory, or None if its type is not registered.

    What it refers to is as in the log. `closed` are the tree paths of the collections whose files
    are left out, by default all that are not public.
    """
    kind = document_type(type(page))
    if kind is None:
        return None
    tree = _DraftTree()
    group = _DraftGroup(load_groups([page.translation_key], tree)[page.translation_key], tree)
    locale = page.locale.language_code
    root = tree.root_of(page)
    with timezone.override(None), translation.override(locale):
        resolver = Resolver(
            locale,
            root.address if root else "",
            tree.location(page)[1],
            group.info(page).source_locale,
            closed,
            group.together,
        )
        read_rows(kind.schema, [page])
        return page_document(kind, page, group, tree, resolver)
