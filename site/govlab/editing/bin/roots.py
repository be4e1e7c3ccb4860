"""The hidden roots of the bin, and how a branch gets below one and back."""

from django.utils.translation import gettext as _
from treebeard.mp_tree import MP_MoveHandler
from wagtail.models import Locale, Page

from govlab.core.bin import ROOT_SLUG


def bin_root(locale: Locale) -> Page:
    """Return the root of the language, created if it is missing."""
    top = Page.get_first_root_node()
    # So that nobody else creates it meanwhile.
    Page.objects.select_for_update().filter(pk=top.pk).values("pk").first()
    slug = f"{ROOT_SLUG}-{locale.language_code}"
    root = Page.objects.filter(depth=2, slug=slug).first()
    if root is None:
        root = Page(title=_("Bin"), slug=slug, locale=locale, live=False)
        Page.objects.get(pk=top.pk).add_child(instance=root)
    return root


def remove_if_empty(locale: Locale) -> None:
    """Remove the root, which would keep its language from being deleted."""
    slug = f"{ROOT_SLUG}-{locale.language_code}"
    for root in Page.objects.filter(depth=2, slug=slug):
        if not root.get_children().exists():
            root.delete()


def transfer(page_id: int, slug: str, target: Page, position: str) -> Page:
    """Move the branch and give it the slug; return the page as stored.

    Wagtail's own action would log a move, and would refuse it where the types do not fit.
    """
    Page.objects.filter(pk=page_id).update(slug=slug)
    page = Page.objects.get(pk=page_id)
    MP_MoveHandler(page, Page.objects.get(pk=target.pk), position).process()
    page = Page.objects.get(pk=page_id)
    before, after = page.url_path, page.set_url_path(page.get_parent())
    Page.objects.filter(pk=page_id).update(url_path=after)
    page._update_descendant_url_paths(before, after)
    return page
