"""What choosers, lists and the administration's API show to an account: no more than it may see."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import Collection, GroupApprovalTask, Page, Workflow, WorkflowTask

from govlab.editing.visibility import may_explore, visible_pages
from tests.factories import make_news, make_news_index, make_standard, publish, translate_page
from tests.factories.accounts import ENTER, make_account, make_group


def sign_in(account: Any) -> Client:
    client = Client()
    client.force_login(account)
    return client


def editor_of(page: Page) -> Any:
    return make_account(make_group(ENTER, pages={page: ("add", "change")}))


def draft_title(page: Any, title: str) -> None:
    """As an editor leaves it who has not published yet."""
    page = type(page).objects.get(pk=page.pk)
    page.title = title
    page.save_revision()


@pytest.fixture
def sections(home: Any) -> tuple[Any, Any]:
    """Two public pages, of which an account edits only one."""
    return publish(make_standard(home, "Viena")), publish(make_news_index(home, "Otra"))


def test_a_page_is_seen_if_it_is_public_or_explorable_or_waits_for_approval(
    home: Any, sections: tuple[Any, Any], admin_user: Any
) -> None:
    own, other = sections
    mine = make_standard(own, "Mans", live=False)
    theirs = make_news(other, "Viņu", live=False)
    account = editor_of(own)
    seen = visible_pages(account)
    assert set(seen) >= {Page.objects.get(pk=page.pk) for page in (home, own, other, mine)}
    assert not seen.filter(pk=theirs.pk).exists()

    task = GroupApprovalTask.objects.create(name="Apstiprināšana")
    task.groups.set(account.groups.all())
    workflow = Workflow.objects.create(name="Darbplūsma")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    theirs.save_revision()
    workflow.start(theirs, admin_user)
    assert visible_pages(account).filter(pk=theirs.pk).exists()


def test_exploring_one_page_is_what_wagtail_says_of_all(
    home: Any, sections: tuple[Any, Any]
) -> None:
    own, other = sections
    make_standard(own, live=False)
    make_news(other, live=False)
    for account in (editor_of(own), editor_of(other), editor_of(home), make_account()):
        explorable = set(
            visible_pages(account).exclude(depth=1).filter(live=False).values_list("pk", flat=True)
        )
        said = {page.pk for page in Page.objects.filter(live=False) if may_explore(account, page)}
        assert said == explorable


class TestTitles:
    """The title of a public page's draft is for those who may explore the page."""

    def shown(self, account: Any, word: str) -> bool:
        client = sign_in(account)
        parent = Page.objects.get(title="Sākums")
        responses = [
            client.get(reverse("wagtailadmin_choose_page_child", args=[parent.pk])),
            client.get(reverse("wagtailadmin_choose_page_search"), {"q": "Viena"}),
        ]
        return any(word in response.content.decode() for response in responses)

    def test_of_a_draft(self, sections: tuple[Any, Any]) -> None:
        own, other = sections
        draft_title(own, "Viena, bet slepena")
        assert self.shown(editor_of(own), "slepena")
        assert self.shown(editor_of(other), "Viena")
        assert not self.shown(editor_of(other), "slepena")

    def test_in_a_form_that_names_a_hidden_page(self, home: Any, sections: tuple[Any, Any]) -> None:
        own, other = sections
        hidden = make_news(other, "Slepena", live=False)
        address = reverse("wagtailadmin_pages:copy", args=[own.pk])
        fields = {"new_title": "Kopija", "new_slug": "!", "new_parent_page": hidden.pk}
        for account, expected in ((editor_of(own), False), (editor_of(home), True)):
            text = sign_in(account).post(address, fields).content.decode()
            assert ("Slepena" in text) is expected


class TestChoosers:
    def test_queries_do_not_grow(self, home: Any, sections: tuple[Any, Any]) -> None:
        own, other = sections
        client = sign_in(editor_of(own))
        address = reverse("wagtailadmin_choose_page_child", args=[other.pk])

        def count() -> int:
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            return len(queries)

        publish(make_news(other))
        count()
        one = count()
        for _ in range(19):
            publish(make_news(other))
        # Wagtail itself looks up the parent, the children and the address of each.
        assert count() - one <= 19 * 4

    def test_a_hidden_section_is_not_browsed(self, sections: tuple[Any, Any]) -> None:
        own, other = sections
        hidden = make_standard(own, "Slepena", live=False)
        address = reverse("wagtailadmin_choose_page_child", args=[hidden.pk])
        assert sign_in(editor_of(own)).get(address).status_code == 200
        assert sign_in(editor_of(other)).get(address).status_code == 302


class TestApi:
    def test_ancestors_and_translations_are_those_that_the_account_explores(
        self, home: Any
    ) -> None:
        home = publish(home)
        translate_page(home, title="Home", summary="Summary.")
        index = publish(make_news_index(home))
        news = publish(make_news(index))
        translate_page(index, title="News", summary="Summary.")
        translation = translate_page(news, title="Secret", summary="Summary.")
        translation.unpublish()
        account = editor_of(index)
        address = reverse("wagtailadmin_api:pages:detail", args=[news.pk])
        meta = sign_in(account).get(address).json()["meta"]
        assert [page["title"] for page in meta["ancestors"]] == ["Sākums", "Jaunumi"]
        assert meta["translations"] == []

    def test_nothing_changes_a_locked_page(self, home: Any, admin_user: Any) -> None:
        page = publish(make_standard(home))
        page.locked, page.locked_by = True, admin_user
        page.save()
        account = make_account(make_group(ENTER, pages={home: ("change", "publish")}))
        for action in ("publish", "unpublish", "delete"):
            address = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
            assert sign_in(account).post(address).status_code == 403

    def test_a_document_is_for_those_who_may_choose_or_change_it(self, home: Any) -> None:
        root = Collection.get_first_root_node()
        collection = root.add_child(name="Krātuve")
        file = ContentFile(b"text", name="slepens.txt")
        Document.objects.create(title="Slepens", file=file, collection=collection)
        address = reverse("wagtailadmin_api:documents:listing")
        for permission, count in (("choose", 1), ("change", 1), ("add", 0)):
            rights = {collection: (f"wagtaildocs.{permission}_document",)}
            account = make_account(make_group(ENTER, collections=rights))
            assert sign_in(account).get(address).json()["meta"]["total_count"] == count


class TestReports:
    @pytest.fixture
    def news(self, home: Any) -> Any:
        home = publish(home)
        translate_page(home, title="Home", summary="Summary.")
        index = publish(make_news_index(home))
        translate_page(index, title="News", summary="Summary.")
        return index

    def test_a_source_that_the_account_may_not_see_is_not_listed(self, news: Any) -> None:
        draft = make_news(news, "Slepena", live=False)
        translation = translate_page(draft, title="Secret", summary="Summary.")
        translation.unpublish()
        english = editor_of(translation.get_parent())
        latvian = editor_of(news)
        for name in ("govlab_translation_report", "wagtail_localize:translations_report"):
            address = reverse(name)
            assert "Slepena" not in sign_in(english).get(address).content.decode()
            assert "Secret" not in sign_in(latvian).get(address).content.decode()
        own = sign_in(latvian).get(reverse("govlab_translation_report")).content.decode()
        assert "Slepena" in own
        assert reverse("wagtailadmin_pages:edit", args=[draft.pk]) in own
        assert reverse("wagtailadmin_pages:edit", args=[translation.pk]) not in own

    def test_a_spreadsheet_has_the_same_rows(self, news: Any) -> None:
        make_news(news, "Slepena", live=False)
        account = make_account(
            make_group(ENTER, pages={news.get_translations().get(): ("change",)})
        )
        response = sign_in(account).get(reverse("govlab_translation_report"), {"export": "csv"})
        text = b"".join(response.streaming_content).decode()
        assert "Jaunumi" in text
        assert "Slepena" not in text


class TestManyAtOnce:
    def test_hidden_pages_are_not_listed(self, home: Any, sections: tuple[Any, Any]) -> None:
        own, other = sections
        hidden = make_news(other, "Slepena", live=False)
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
        query = {"id": [own.pk, hidden.pk]}
        assert "Slepena" not in sign_in(editor_of(own)).get(address, query).content.decode()
        assert "Slepena" in sign_in(editor_of(home)).get(address, query).content.decode()

    def test_a_page_is_deleted_with_what_is_below_it(
        self, editor_client: Client, home: Any, sections: tuple[Any, Any]
    ) -> None:
        child = make_standard(sections[0])
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
        response = editor_client.post(f"{address}?id={sections[0].pk}&id={child.pk}")
        assert response.status_code == 302
        assert not Page.objects.filter(pk__in=[sections[0].pk, child.pk]).exists()

    def test_an_alias_is_not_published_by_itself(
        self, editor_client: Client, home: Any, sections: tuple[Any, Any]
    ) -> None:
        alias = sections[0].create_alias(update_slug="cita")
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        assert editor_client.post(f"{address}?id={alias.pk}").status_code == 302


def test_a_form_without_its_fields_is_a_bad_request(editor_client: Client, home: Any) -> None:
    page = publish(make_standard(home))
    for name in ("edit", "copy"):
        address = reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
        assert editor_client.post(address).status_code == 400


def test_what_the_administration_does_not_find_is_not_looked_for_on_the_site(
    editor_client: Client, home: Any
) -> None:
    for address in ("/admin/nowhere/", "/admin/pages/4000/edit/", "/admin/api/main/pages/4000/"):
        assert editor_client.get(address).status_code == 404
