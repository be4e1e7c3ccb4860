"""No English word is left on the screens of an editor's and an administrator's main ways."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from playwright.sync_api import Page
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from govlab.core.vocabularies import Topic
from govlab.editing.bin.deletion import put_in_bin
from govlab.editing.releases import actions
from tests.browser.english import english_words, vocabulary
from tests.factories import make_news_index, publish, translate_page

pytestmark = pytest.mark.browser

# The keys of a hint, and names that Wagtail's migrations store: of the first page, groups and a
# workflow.
KNOWN = {"alt", "enter", "root", "editors", "moderators", "approval"}


@pytest.fixture
def index(home: Any) -> Any:
    """All texts are Latvian."""
    home.title = home.draft_title = "Inovācijas laboratorija"
    publish(home)
    return publish(make_news_index(home, title="Jaunumi", slug="jaunumi"))


@pytest.fixture
def translation(index: Any) -> Any:
    """A draft that still has the original's texts."""
    translate_page(index.get_parent().specific, title="Vietne")
    source, _created = TranslationSource.get_or_create_from_instance(index)
    locale = Locale.objects.get(language_code="en")
    Translation.objects.create(source=source, target_locale=locale).save_target(publish=False)
    return index.get_translations().get()


@pytest.fixture
def look(site: str, index: Any, tab: Page) -> Callable[[str], set[str]]:
    """Opens an address of the administration, signed in, and returns the English words there."""
    get_user_model().objects.create_superuser("redaktore", "r@example.org", "parole-testam")
    tab.goto(f"{site}/admin/login/")
    assert english_words(tab) <= KNOWN
    tab.fill("input[name=username]", "redaktore")
    tab.fill("input[name=password]", "parole-testam")
    tab.click("button[type=submit]")
    tab.wait_for_url(f"{site}/admin/")

    def words(address: str) -> set[str]:
        response = tab.goto(f"{site}{address}")
        assert response
        assert response.status == 200, address
        return english_words(tab) - KNOWN

    return words


def test_the_vocabulary_knows_english() -> None:
    assert {"publish", "upload", "settings"} <= vocabulary()
    assert not {"publicēt", "forma", "lapas"} & vocabulary()


def test_screens(look: Callable[[str], set[str]], index: Any, translation: Any) -> None:
    topic = Topic.objects.create(locale=Locale.get_default(), name="Veselība")
    addresses = [
        reverse(name, args=[arguments] if arguments else [])
        for name, arguments in [
            ("wagtailadmin_home", None),
            ("wagtailadmin_explore", index.get_parent().pk),
            ("wagtailadmin_explore", index.pk),
            ("wagtailadmin_pages:add_subpage", index.pk),
            ("wagtailadmin_pages:edit", index.pk),
            ("wagtailadmin_pages:edit", translation.pk),
            ("wagtailadmin_pages:history", index.pk),
            ("wagtailadmin_pages:usage", index.pk),
            ("wagtailadmin_pages:copy", index.pk),
            ("wagtailadmin_pages:move", index.pk),
            ("wagtailadmin_pages:delete", index.pk),
            ("wagtailadmin_pages:unpublish", index.pk),
            ("wagtail_localize:submit_page_translation", index.pk),
            ("wagtailimages:index", None),
            ("wagtailimages:add", None),
            ("wagtailimages:add_multiple", None),
            ("wagtaildocs:index", None),
            ("wagtaildocs:add", None),
            ("wagtaildocs:add_multiple", None),
            ("wagtailsnippets:index", None),
            ("wagtailsnippets_core_topic:list", None),
            ("wagtailsnippets_core_topic:add", None),
            ("wagtailsnippets_core_topic:edit", topic.pk),
            ("wagtailsnippets_core_topic:history", topic.pk),
            ("wagtailsnippets_core_topic:delete", topic.pk),
            ("wagtailusers_users:index", None),
            ("wagtailusers_users:add", None),
            ("wagtailusers_groups:index", None),
            ("wagtaillocales:index", None),
            ("wagtailredirects:index", None),
            ("wagtailredirects:add", None),
            ("wagtailredirects:start_import", None),
            ("wagtailadmin_collections:index", None),
            ("wagtailadmin_collections:add", None),
            ("wagtailadmin_workflows:index", None),
            ("wagtailadmin_workflows:add", None),
            ("wagtailadmin_workflows:task_index", None),
            ("govlab_translation_report", None),
            ("govlab_my_drafts", None),
            ("govlab_approvals", None),
            ("govlab_scheduled", None),
            ("wagtailadmin_account", None),
            ("wagtailadmin_reports:aging_pages", None),
            ("wagtailadmin_reports:site_history", None),
            ("wagtailadmin_reports:workflow", None),
            ("wagtailadmin_reports:locked_pages", None),
        ]
    ]
    addresses.append(f"{reverse('wagtailadmin_pages:search')}?q=jaunumi")
    assert english_on(addresses, look) == {}


def test_screens_of_work_together(
    look: Callable[[str], set[str]], index: Any, translation: Any
) -> None:
    editor = get_user_model().objects.get()
    release = actions.create("Gada pārskats", editor)
    deleted = publish(make_news_index(index.get_parent(), title="Vecie jaunumi", slug="vecie"))
    binned = put_in_bin(deleted, account=editor, batch=uuid4())
    addresses = [
        reverse(name, args=arguments)
        for name, arguments in [
            ("govlab_releases", []),
            ("govlab_release", [release.pk]),
            ("govlab_add_to_release", [index.pk]),
            ("govlab_calendar", []),
            ("govlab_bin", []),
            ("govlab_bin_restore", [binned.pk]),
            ("govlab_broken_links", []),
            ("govlab_review_report", []),
            ("govlab_review", [index.pk]),
            ("govlab_translation_changes", [translation.pk]),
            ("wagtailusers_groups:add", []),
            ("wagtailsites:index", []),
            ("wagtailsites:add", []),
            ("wagtaillocales:edit", [translation.locale_id]),
        ]
    ]
    assert english_on(addresses, look) == {}


def english_on(addresses: list[str], look: Callable[[str], set[str]]) -> dict[str, set[str]]:
    return {address: words for address in addresses if (words := look(address))}
