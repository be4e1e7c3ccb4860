"""What an account may see in the administration, and what a page is called for it."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask

from govlab.editing.visibility import may_explore, visible_pages
from tests.factories import make_news, make_news_index, make_standard, publish
from tests.factories.accounts import make_account, make_editor, sign_in


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
    account = make_editor(own)
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
    for account in (make_editor(own), make_editor(other), make_editor(home), make_account()):
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

    @pytest.mark.usefixtures("admin_index")
    def test_of_a_draft(self, sections: tuple[Any, Any]) -> None:
        own, other = sections
        draft_title(own, "Viena, bet slepena")
        assert self.shown(make_editor(own), "slepena")
        assert self.shown(make_editor(other), "Viena")
        assert not self.shown(make_editor(other), "slepena")

    def test_in_a_form_that_names_a_hidden_page(self, home: Any, sections: tuple[Any, Any]) -> None:
        own, other = sections
        hidden = make_news(other, "Slepena", live=False)
        address = reverse("wagtailadmin_pages:copy", args=[own.pk])
        fields = {"new_title": "Kopija", "new_slug": "!", "new_parent_page": hidden.pk}
        for account, expected in ((make_editor(own), False), (make_editor(home), True)):
            text = sign_in(account).post(address, fields).content.decode()
            assert ("Slepena" in text) is expected


class TestChoosers:
    def test_queries_do_not_grow(self, home: Any, sections: tuple[Any, Any]) -> None:
        own, other = sections
        client = sign_in(make_editor(own))
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
        assert sign_in(make_editor(own)).get(address).status_code == 200
        assert sign_in(make_editor(other)).get(address).status_code == 302
