"""The administration's own API shows what the account may see."""

from typing import Any

from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Collection

from tests.factories import make_news, make_news_index, make_standard, publish, translate_page
from tests.factories.accounts import ENTER, make_account, make_editor, make_group, sign_in


def test_ancestors_and_translations_are_those_that_the_account_explores(home: Any) -> None:
    home = publish(home)
    translate_page(home, title="Home", summary="Summary.")
    index = publish(make_news_index(home))
    news = publish(make_news(index))
    translate_page(index, title="News", summary="Summary.")
    translation = translate_page(news, title="Secret", summary="Summary.")
    translation.unpublish()
    account = make_editor(index)
    address = reverse("wagtailadmin_api:pages:detail", args=[news.pk])
    meta = sign_in(account).get(address).json()["meta"]
    assert [page["title"] for page in meta["ancestors"]] == ["Sākums", "Jaunumi"]
    assert meta["translations"] == []


def test_nothing_changes_a_locked_page(home: Any, admin_user: Any) -> None:
    page = publish(make_standard(home))
    page.locked, page.locked_by = True, admin_user
    page.save()
    account = make_account(make_group(ENTER, pages={home: ("change", "publish")}))
    for action in ("publish", "unpublish", "delete"):
        address = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
        assert sign_in(account).post(address).status_code == 403


def test_a_document_is_for_those_who_may_choose_or_change_it(home: Any) -> None:
    root = Collection.get_first_root_node()
    collection = root.add_child(name="Krātuve")
    file = ContentFile(b"text", name="slepens.txt")
    Document.objects.create(title="Slepens", file=file, collection=collection)
    address = reverse("wagtailadmin_api:documents:listing")
    for permission, count in (("choose", 1), ("change", 1), ("add", 0)):
        rights = {collection: (f"wagtaildocs.{permission}_document",)}
        account = make_account(make_group(ENTER, collections=rights))
        assert sign_in(account).get(address).json()["meta"]["total_count"] == count
