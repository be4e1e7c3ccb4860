"""What is public, and above all what is not."""

from typing import Any

from wagtail.models import Page, PageViewRestriction

from govlab.delivery.public import public_pages
from tests.factories import make_news, make_news_index, make_standard


def public_titles() -> set[str]:
    return set(public_pages().values_list("title", flat=True))


def test_drafts_and_children_of_drafts_are_not_public(home: Any) -> None:
    shown = make_standard(home, title="Redzama")
    draft = make_standard(home, title="Melnraksts", live=False)
    make_standard(draft, title="Zem melnraksta")
    make_standard(shown, title="Zem redzamas")
    assert public_titles() == {home.title, "Redzama", "Zem redzamas"}


def test_restricted_branches_are_not_public(home: Any) -> None:
    index = make_news_index(home, title="Slēgta")
    make_news(index, title="Zem slēgtas")
    PageViewRestriction.objects.create(page=index, restriction_type="login")
    assert public_titles() == {home.title}


def test_pages_outside_every_site_are_not_public(home: Any) -> None:
    Page.get_first_root_node().add_child(
        instance=Page(title="Ārpusē", slug="arpuse", locale=home.locale)
    )
    assert public_titles() == {home.title}
