"""What is public, and above all what is not."""

from typing import Any

import pytest
from django.http import Http404
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.rich_text import RichText

from govlab.delivery.log.rebuild import rebuild
from govlab.delivery.public import public_pages
from tests.factories import make_news, make_news_index, make_standard, publish


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


def test_a_page_below_an_unpublished_one_is_not_served(client: Client, home: Any) -> None:
    above = make_standard(home, live=False)
    page = make_standard(above)
    private = make_standard(above)
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for hidden in (page, private):
        assert client.get(hidden.url).status_code == 404
    request = RequestFactory().get(page.url)
    with pytest.raises(Http404):
        page.serve(request)


def test_what_stands_above_the_sites_root_counts(client: Client, home: Any) -> None:
    index = make_news_index(home)
    news = make_news(index)
    Site.objects.update(root_page=index)
    Site.clear_site_root_paths_cache()
    assert client.get(Page.objects.get(pk=news.pk).url).status_code == 200
    Page.objects.filter(pk=home.pk).update(live=False)
    rebuild(lambda done, total: None)
    assert client.get(Page.objects.get(pk=news.pk).url).status_code == 410


def test_private_pages_ask_to_log_in(client: Client, home: Any) -> None:
    page = make_standard(home)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    answer = client.get(page.url)
    assert (answer.status_code, "login" in answer["Location"]) == (302, True)


def test_an_alias_is_private_with_its_source(client: Client, home: Any) -> None:
    source = make_standard(home, title="Avots")
    alias = source.create_alias(parent=home, update_slug="aizstajvards")
    below = make_standard(Page.objects.get(pk=alias.pk), title="Zem")
    again = Page.objects.get(pk=alias.pk).create_alias(parent=home, update_slug="vel-viens")
    everything = {page.pk for page in (home, source, alias, below, again)}
    assert set(public_pages().values_list("pk", flat=True)) == everything
    PageViewRestriction.objects.create(page=source, restriction_type="login")
    assert set(public_pages().values_list("pk", flat=True)) == {home.pk}
    assert [client.get(page.url).status_code for page in (alias, below, again)] == [302, 302, 302]


def make_hidden(home: Any) -> list[Any]:
    private = make_standard(home, title="Slēpta A")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    return [
        private,
        make_standard(private, title="Slēpta B"),
        make_standard(home, title="Slēpta C", live=False),
        make_standard(make_standard(home, title="Slēpta D", live=False), title="Slēpta E"),
    ]


def test_links_to_what_is_not_public_lead_nowhere(client: Client, home: Any) -> None:
    hidden, shown = make_hidden(home), make_standard(home, title="Redzama")
    links = "".join(
        f'<p><a linktype="page" id="{page.pk}">vārdi {page.pk}</a></p>' for page in hidden
    )
    buttons: list[Any] = [
        ("call_to_action", {"title": "T", "text": "", "link": {"label": "Poga", "page": page}})
        for page in [*hidden, shown]
    ]
    page = make_standard(home, body=[("rich_text", RichText(links)), *buttons])
    page = publish(page)
    html = client.get(page.url).content.decode()
    assert "Slēpta" not in html
    assert all(other.url not in html and f"vārdi {other.pk}" in html for other in hidden)
    assert html.count('class="button"') == html.count(f'href="{shown.url}">Poga') == 1


def test_hidden_branches_cost_no_more_queries(
    home: Any, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_standard(home)
    with django_assert_num_queries(2):
        list(public_pages())
    for _ in range(2):
        for _ in range(20):
            make_hidden(home)
        with django_assert_num_queries(3):
            list(public_pages())
