"""One dialogue for both languages: what it does, and what it leaves to others."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry, PageViewRestriction
from wagtail_localize.models import Translation

from govlab.delivery.log import feed, relay
from govlab.delivery.models import Document
from govlab.delivery.redirects import find_redirect
from govlab.editing.models import BinEntry, WaitingAction
from tests.editing.forms import edit
from tests.factories import (
    make_home,
    make_news,
    make_news_index,
    make_standard,
    publish,
    translate_page,
)
from tests.factories.accounts import ENTER, make_account, make_group, sign_in

pytestmark = pytest.mark.django_db

APPROVE = ("add", "change", "publish", "bulk_delete")
CAUSE = {"cause": "legal"}
PUBLISH = {"action-publish": "action-publish"}


class Site:
    """Pages in both languages, each read again where it is named."""

    def __init__(self, pages: dict[str, Page]) -> None:
        self.keys = {name: page.pk for name, page in pages.items()}

    def __getattr__(self, name: str) -> Any:
        return Page.objects.get(pk=self.keys[name]).specific

    def approver(self, *homes: Page) -> Client:
        group = make_group(ENTER, pages=dict.fromkeys(homes, APPROVE))
        return sign_in(make_account(group))


def make_site() -> Site:
    home = publish(make_home())
    pages = {"home": home, "english_home": translate_page(home, title="Home", summary="Home.")}
    index = publish(make_news_index(home, slug="jaunumi"))
    pages |= {"index": index, "english_index": translate_page(index, title="News", slug="news")}
    for name, title, slug in (
        ("section", "Section", "section"),
        ("page", "Page", "page"),
        ("other", "Other", "other"),
    ):
        page = publish(make_standard(home, f"Lapa {slug}", slug=f"lv-{slug}"))
        pages[name] = page
        pages[f"english_{name}"] = translate_page(page, title=title, summary="Text.", slug=slug)
    relay.drain()
    return Site(pages)


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Iterator[Site]:
    """Made once for the module, inside a transaction that is rolled back."""
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        try:
            yield make_site()
        finally:
            transaction.set_rollback(True)
            atomic.__exit__(None, None, None)


@pytest.fixture
def site(made: Site, db: None) -> Site:
    return made


@pytest.fixture
def both(site: Site) -> Client:
    return site.approver(site.home, site.english_home)


@pytest.fixture
def latvian_only(site: Site) -> Client:
    make_account(make_group(ENTER, pages={site.english_home: APPROVE}, name="Approvers"))
    # Nobody is in it who could be asked.
    make_group(ENTER, pages={site.english_home: APPROVE}, name="Empty")
    return site.approver(site.home)


def post(client: Client, view: str, *args: Any, **data: Any) -> Any:
    response = client.post(reverse(f"wagtailadmin_pages:{view}", args=args), data)
    assert response.status_code == 302, response.context["form"].errors
    return response


def stored(page: Any) -> Any:
    return Page.objects.get(pk=page.pk)


def said(response: Any) -> str:
    return "\n".join(str(message) for message in get_messages(response.wsgi_request))


def bulk(client: Client, action: str, *pages: Page, **data: Any) -> Any:
    keys = "&".join(f"id={page.pk}" for page in pages)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    response = client.post(f"{address}?{keys}&next=/admin/", data)
    assert response.status_code == 302, response.context["form"].errors
    return response


def tombstones() -> dict[int, Any]:
    relay.drain()
    entries = [entry for entry in feed.after(0, 100) if not entry.live]
    return {entry.page_id: entry.document for entry in entries}


class TestUnpublishing:
    def test_takes_the_translation_too_unless_told_otherwise(
        self, site: Site, both: Client
    ) -> None:
        post(both, "unpublish", site.page.pk, **CAUSE)
        assert (stored(site.page).live, stored(site.english_page).live) == (False, False)
        # One request wrote the entries of both, and each page shows its own.
        for page in (site.page, site.english_page):
            address = reverse("wagtailadmin_pages:history", args=[page.pk])
            shown = both.get(address).context["object_list"]
            actions = {"wagtail.unpublish", "govlab.withdrawn"}
            assert actions <= {entry.action for entry in shown}
        post(both, "unpublish", site.other.pk, **CAUSE, translations="alone")
        assert (stored(site.other).live, stored(site.english_other).live) == (False, True)

    def test_of_a_translation_leaves_its_original(self, site: Site, both: Client) -> None:
        post(both, "unpublish", site.keys["english_page"], **CAUSE)
        assert (stored(site.page).live, stored(site.english_page).live) == (True, False)

    def test_asks_for_a_reason(self, site: Site, both: Client) -> None:
        address = reverse("wagtailadmin_pages:unpublish", args=[site.page.pk])
        response = both.post(address, {})
        assert "cause" in response.context["form"].errors
        assert stored(site.page).live

    def test_the_reason_reaches_portals_readers_and_the_history(
        self, site: Site, both: Client
    ) -> None:
        words = {"explanation_lv": "Izņemts datu aizsardzības dēļ.", "explanation_en": "Withdrawn."}
        post(both, "unpublish", site.page.pk, **CAUSE, **words, leads_to=site.other.pk)
        latvian, english = tombstones()[site.page.pk], tombstones()[site.keys["english_page"]]
        assert (latvian["cause"], latvian["explanation"], latvian["leads_to"]) == (
            "legal",
            "Izņemts datu aizsardzības dēļ.",
            site.other.pk,
        )
        assert (english["explanation"], english["leads_to"]) == (
            "Withdrawn.",
            site.english_other.pk,
        )
        for old, new in (("/lv/lv-page/", "/lv/lv-other/"), ("/en/page/", "/en/other/")):
            response = Client().get(old)
            assert (response.status_code, response["Location"]) == (302, new)
        Redirect.objects.all().delete()
        withdrawn = Client().get("/lv/lv-page/")
        assert (withdrawn.status_code, withdrawn["Cache-Control"]) == (410, "no-cache")
        assert "Izņemts datu aizsardzības dēļ." in withdrawn.content.decode()
        problem = Client().get(f"/api/v1/pages/{site.keys['english_page']}")
        assert problem.status_code == 410
        assert "Cause: legal. Withdrawn." in problem.json()["detail"]
        entry = PageLogEntry.objects.get(page=site.keys["english_page"], action="govlab.withdrawn")
        assert entry.data["cause"] == "legal"

    def test_comes_back_without_the_reason(self, site: Site, both: Client) -> None:
        post(both, "unpublish", site.page.pk, **CAUSE)
        relay.drain()
        publish(stored(site.page).specific)
        relay.drain()
        stored(site.page).specific.unpublish()
        assert tombstones()[site.page.pk]["cause"] is None

    def test_the_reason_of_what_came_back_in_time_is_forgotten(
        self, site: Site, both: Client
    ) -> None:
        post(both, "unpublish", site.page.pk, **CAUSE)
        publish(stored(site.page).specific)
        relay.drain()
        stored(site.page).specific.unpublish()
        assert tombstones()[site.page.pk]["cause"] is None

    @pytest.mark.parametrize("target", ["itself", "draft"])
    def test_leads_to_no_page_that_is_not_there(
        self, site: Site, both: Client, target: str
    ) -> None:
        draft = make_standard(site.home, live=False)
        leads_to = {"itself": site.page, "draft": draft}[target].pk
        address = reverse("wagtailadmin_pages:unpublish", args=[site.page.pk])
        response = both.post(address, CAUSE | {"leads_to": leads_to})
        assert "leads_to" in response.context["form"].errors
        assert stored(site.page).live

    def test_what_the_account_may_not_do_waits_for_those_who_may(
        self, site: Site, latvian_only: Client
    ) -> None:
        form = latvian_only.get(reverse("wagtailadmin_pages:unpublish", args=[site.page.pk]))
        assert "Approvers”" in form.content.decode()
        assert "Empty”" not in form.content.decode()
        response = post(latvian_only, "unpublish", site.page.pk, **CAUSE)
        assert "Page”" in said(response)
        assert (stored(site.page).live, stored(site.english_page).live) == (False, True)

        approver = site.approver(site.english_home)
        row = WaitingAction.objects.get()
        assert (row.page_id, row.action, row.cause) == (
            site.keys["english_page"],
            "unpublish",
            "legal",
        )
        settle = reverse("govlab_waiting_settle", args=[row.pk])
        assert settle in approver.get("/admin/").content.decode()
        assert settle not in latvian_only.get("/admin/").content.decode()
        assert latvian_only.post(settle).status_code == 302
        assert WaitingAction.objects.exists()
        post(approver, "unpublish", site.keys["english_page"], **CAUSE)
        assert settle not in approver.get("/admin/").content.decode()
        assert not WaitingAction.objects.exists()

    def test_a_locked_translation_stays(self, site: Site, both: Client) -> None:
        Page.objects.filter(pk=site.keys["english_page"]).update(locked=True)
        response = post(both, "unpublish", site.page.pk, **CAUSE)
        assert "locked" in said(response) or "slēgt" in said(response)
        assert stored(site.english_page).live

    def test_in_bulk(self, site: Site, both: Client) -> None:
        bulk(both, "unpublish", site.page, site.other, site.english_other, **CAUSE)
        pages = (site.page, site.english_page, site.other, site.english_other)
        assert not any(stored(page).live for page in pages)
        assert {tombstones()[page.pk]["cause"] for page in pages} == {"legal"}


class TestDeleting:
    def test_puts_both_into_the_bin(self, site: Site, both: Client) -> None:
        post(both, "delete", site.section.pk, **CAUSE, leads_to=site.other.pk)
        entries = {entry.page_id: entry for entry in BinEntry.objects.all()}
        assert set(entries) == {site.section.pk, site.english_section.pk}
        assert len({entry.batch for entry in entries.values()}) == 1
        assert tombstones()[site.english_section.pk]["cause"] == "legal"
        target = find_redirect("/en/section/", None)
        assert target
        assert target.page_id == site.english_other.pk

    def test_or_the_original_alone(self, site: Site, both: Client) -> None:
        post(both, "delete", site.page.pk, **CAUSE, translations="alone")
        assert list(BinEntry.objects.values_list("page_id", flat=True)) == [site.page.pk]
        assert stored(site.english_page).live

    def test_translations_elsewhere_of_pages_below_go_too(self, site: Site, both: Client) -> None:
        child = publish(make_standard(site.section, "Apakšlapa"))
        translation = translate_page(child, title="Subpage", summary="Subpage.")
        translation.move(site.english_other, "last-child")
        post(both, "delete", site.section.pk, **CAUSE)
        binned = set(BinEntry.objects.values_list("page_id", flat=True))
        assert binned == {site.section.pk, site.english_section.pk, translation.pk}

    def test_without_the_right_the_translation_waits(
        self, site: Site, latvian_only: Client
    ) -> None:
        post(latvian_only, "delete", site.page.pk, **CAUSE)
        assert stored(site.english_page).live
        assert WaitingAction.objects.get().action == "delete"

    def test_a_draft_needs_no_reason(self, site: Site, both: Client) -> None:
        draft = make_standard(site.home, live=False)
        post(both, "delete", draft.pk)
        assert BinEntry.objects.get().cause == ""

    def test_a_page_that_another_person_locked_stays(self, site: Site, both: Client) -> None:
        Page.objects.filter(pk=site.page.pk).update(locked=True)
        assert both.post(reverse("wagtailadmin_pages:delete", args=[site.page.pk]), CAUSE)
        assert not BinEntry.objects.exists()

    def test_in_bulk_and_all_come_back(self, site: Site, both: Client) -> None:
        bulk(both, "delete", site.page, site.english_page, site.other, **CAUSE)
        assert BinEntry.objects.count() == 4
        entry = BinEntry.objects.get(page=site.page.pk)
        data = {"translations": "on", "publish": "on"}
        response = both.post(reverse("govlab_bin_restore", args=[entry.pk]), data)
        assert response.status_code == 302
        pages = (site.page, site.english_page, site.other, site.english_other)
        assert all(stored(page).live for page in pages)
        relay.drain()
        assert Document.objects.filter(pk__in=[page.pk for page in pages], live=True).count() == 4

    def test_restoring_removes_the_redirect(self, site: Site, both: Client) -> None:
        post(both, "delete", site.page.pk, **CAUSE, leads_to=site.other.pk)
        entry = BinEntry.objects.get(page=site.page.pk)
        both.post(reverse("govlab_bin_restore", args=[entry.pk]), {"translations": "on"})
        assert not Redirect.objects.exists()
        assert not stored(site.page).live


class TestMoving:
    def test_the_translation_moves_to_the_translated_destination(
        self, site: Site, both: Client
    ) -> None:
        post(both, "move_confirm", site.page.pk, site.section.pk)
        assert stored(site.page).is_child_of(site.section)
        assert stored(site.english_page).is_child_of(site.english_section)

    def test_alone(self, site: Site, both: Client) -> None:
        post(both, "move_confirm", site.page.pk, site.section.pk, translations="alone")
        assert stored(site.english_page).is_child_of(site.english_home)

    def test_stays_where_the_destination_has_no_translation(self, site: Site, both: Client) -> None:
        target = publish(make_standard(site.home, "Neiztulkota"))
        post(both, "move_confirm", site.page.pk, target.pk)
        assert stored(site.english_page).is_child_of(site.english_home)
        assert WaitingAction.objects.get().action == "move"

    def test_in_bulk(self, site: Site, both: Client) -> None:
        bulk(both, "move", site.page, site.other, chooser=site.section.pk)
        for page in (site.english_page, site.english_other):
            assert stored(page).is_child_of(site.english_section)

    @pytest.mark.parametrize("position", [0, 1, 3])
    def test_the_order_is_the_same_in_both(self, site: Site, both: Client, position: int) -> None:
        make_standard(site.english_home, "Only in English")
        address = reverse("wagtailadmin_pages:set_page_position", args=[site.other.pk])
        assert both.post(f"{address}?position={position}").status_code == 200
        latvian = [page.translation_key for page in site.home.get_children()]
        english = [
            page.translation_key
            for page in site.english_home.get_children()
            if page.translation_key in latvian
        ]
        assert english == latvian
        assert Page.find_problems() == ([], [], [], [], [])

    def test_without_the_right_the_order_stays(self, site: Site, latvian_only: Client) -> None:
        before = list(site.english_home.get_children())
        address = reverse("wagtailadmin_pages:set_page_position", args=[site.other.pk])
        assert latvian_only.post(f"{address}?position=0").status_code == 200
        assert list(site.english_home.get_children()) == before


class TestPrivacy:
    def restrict(self, client: Client, page: Page, **data: Any) -> None:
        address = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
        response = client.post(address, {"restriction_type": "login"} | data)
        assert response.json()["step"] == "set_privacy_done"

    def restricted(self) -> set[int]:
        return set(PageViewRestriction.objects.values_list("page_id", flat=True))

    def test_reaches_the_translation(self, site: Site, both: Client) -> None:
        self.restrict(both, site.page)
        assert self.restricted() == {site.page.pk, site.keys["english_page"]}
        assert set(tombstones()) == {site.page.pk, site.keys["english_page"]}

    def test_opening_does_not_unless_asked(self, site: Site, both: Client) -> None:
        self.restrict(both, site.page)
        self.restrict(both, site.page, restriction_type="none")
        assert self.restricted() == {site.keys["english_page"]}
        self.restrict(both, site.page)
        self.restrict(both, site.page, restriction_type="none", translations="same")
        assert self.restricted() == set()

    def test_alone(self, site: Site, both: Client) -> None:
        self.restrict(both, site.page, translations="alone")
        assert self.restricted() == {site.page.pk}

    def test_password_and_groups_are_the_same(self, site: Site, both: Client) -> None:
        group = make_group(name="Lasītāji")
        self.restrict(both, site.page, restriction_type="groups", groups=[group.pk])
        restriction = PageViewRestriction.objects.get(page=site.keys["english_page"])
        assert list(restriction.groups.all()) == [group]

    def test_without_the_right_it_waits(self, site: Site, latvian_only: Client) -> None:
        self.restrict(latvian_only, site.page)
        assert self.restricted() == {site.page.pk}
        assert WaitingAction.objects.get().action == "privacy"


class TestMenu:
    def show(self, page: Any, *, shown: bool) -> None:
        page = stored(page).specific
        page.show_in_menus = shown
        publish(page)

    def test_follows_the_published_original(self, site: Site) -> None:
        self.show(site.page, shown=True)
        assert stored(site.english_page).show_in_menus
        self.show(site.page, shown=False)
        assert not stored(site.english_page).show_in_menus

    def test_a_draft_changes_nothing(self, site: Site) -> None:
        page = stored(site.page).specific
        page.show_in_menus = True
        page.save_revision()
        assert not stored(site.english_page).show_in_menus

    def test_publishes_nothing_else_of_the_translation(self, site: Site) -> None:
        draft = stored(site.english_page).specific
        draft.title = "Not approved"
        draft.save_revision()
        self.show(site.page, shown=True)
        english = stored(site.english_page).specific
        assert (english.title, english.show_in_menus) == ("Page", True)
        latest = english.get_latest_revision_as_object()
        assert (latest.title, latest.show_in_menus) == ("Not approved", True)

    def test_the_translation_keeps_its_own_choice_until_the_original_changes(
        self, site: Site
    ) -> None:
        self.show(site.english_page, shown=True)
        publish(stored(site.page).specific)
        assert stored(site.english_page).show_in_menus


def test_news_below_an_index_go_along(site: Site, both: Client) -> None:
    news = publish(make_news(site.index))
    english = translate_page(news, title="An item", summary="Item.")
    post(both, "unpublish", site.index.pk, **CAUSE, include_descendants="on")
    assert not any(stored(page).live for page in (news, english, site.english_index))


@pytest.mark.parametrize("action", ["delete", "unpublish"])
def test_wagtails_own_api(site: Site, both: Client, action: str) -> None:
    address = reverse("wagtailadmin_api:pages:action", args=[site.page.pk, action])
    response = both.post(address, CAUSE, content_type="application/json")
    assert response.status_code in {200, 204}, response.content
    assert tombstones()[site.keys["english_page"]]["cause"] == "legal"


def test_wagtails_own_api_moves_both(site: Site, both: Client) -> None:
    address = reverse("wagtailadmin_api:pages:action", args=[site.page.pk, "move"])
    data = {"destination_page_id": site.section.pk, "position": "last-child"}
    response = both.post(address, data, content_type="application/json")
    assert response.status_code == 200, response.content
    assert stored(site.english_page).is_child_of(site.english_section)


@pytest.mark.parametrize("view", ["unpublish", "delete"])
def test_all_or_nothing(
    site: Site, both: Client, view: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("govlab.editing.together.waiting.leave", fail)
    monkeypatch.setattr("govlab.editing.bin.deletion.transfer", fail)
    address = reverse(f"wagtailadmin_pages:{view}", args=[site.page.pk])
    with pytest.raises(RuntimeError):
        both.post(address, CAUSE | {"leads_to": site.other.pk})
    assert (stored(site.page).live, stored(site.english_page).live) == (True, True)
    assert not Redirect.objects.exists()


class TestMenuInTheEditor:
    def test_the_translation_follows_and_the_editor_is_told(self, site: Site, both: Client) -> None:
        edit(both, site.page, show_in_menus="on", **PUBLISH)
        assert site.english_page.show_in_menus
        assert "Page”" in both.get("/admin/").content.decode()

    def test_unless_the_editor_says_so(self, site: Site, both: Client) -> None:
        form = both.get(reverse("wagtailadmin_pages:edit", args=[site.page.pk])).content.decode()
        assert 'name="only_this_menu"' in form
        edit(both, site.page, show_in_menus="on", only_this_menu="on", **PUBLISH)
        assert (site.page.show_in_menus, site.english_page.show_in_menus) == (True, False)

    def test_a_translation_is_not_asked(self, site: Site, both: Client) -> None:
        Translation.objects.update(enabled=False)  # so that it has the page's own form
        form = both.get(reverse("wagtailadmin_pages:edit", args=[site.english_page.pk]))
        assert 'name="show_in_menus"' in form.content.decode()
        assert 'name="only_this_menu"' not in form.content.decode()

    def test_without_the_right_it_waits(self, site: Site, latvian_only: Client) -> None:
        edit(latvian_only, site.page, show_in_menus="on", **PUBLISH)
        assert not site.english_page.show_in_menus
        assert WaitingAction.objects.get().action == "menu"
