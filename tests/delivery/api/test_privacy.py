"""What is not public is in no answer at all."""

from typing import Any

import pytest
from wagtail.models import PageViewRestriction

from tests.factories import make_method, make_method_index, make_news, make_news_index, publish

SECRET = "Noslēpums"


def everything(api: Any, page: Any) -> str:
    addresses = ["", "pages?limit=100", "pages?view=summary", "news", "methods", "cases"]
    addresses += ["changes", "navigation?locale=lv", "terms/topic?locale=lv", "pages?locale=en"]
    texts = [api.get(address).content.decode() for address in addresses]
    texts.append(api.get("export").getvalue().decode())
    for address in (f"pages/{page.pk}", f"groups/{page.translation_key}"):
        answer = api.client.get(f"/api/v1/{address}")
        assert answer.status_code in {404, 410}
        texts.append(answer.content.decode())
    return "".join(texts)


@pytest.fixture
def index(home: Any) -> Any:
    return make_news_index(home)


def test_a_draft(api: Any, index: Any) -> None:
    page = make_news(index, SECRET, live=False)
    page.save_revision()
    assert SECRET not in everything(api, page)


def test_a_draft_of_a_public_page(api: Any, index: Any) -> None:
    page = make_news(index, "Redzams")
    page.title = SECRET
    page.save_revision()
    assert SECRET not in api.get("pages").content.decode()


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
def test_a_restricted_branch(api: Any, index: Any, kind: str) -> None:
    page = make_news(index, SECRET)
    PageViewRestriction.objects.create(page=index, restriction_type=kind, password="x")
    assert SECRET not in everything(api, page)


def test_below_a_draft(api: Any, home: Any, index: Any) -> None:
    page = make_news(index, SECRET)
    index.live = False
    index.save()
    assert SECRET not in everything(api, page)


def test_a_link_to_what_was_withdrawn(api: Any, home: Any) -> None:
    methods = make_method_index(home)
    page = make_method(methods, SECRET)
    other = make_method(methods, "Cita")
    other.body = [("related_pages", {"title": "Skat.", "pages": [page]})]
    publish(other)
    assert SECRET in api.get(f"pages/{other.pk}").content.decode()
    page.unpublish()
    assert SECRET not in everything(api, page)
