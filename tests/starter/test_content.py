"""The starting content holds what a first visitor and a first editor need to see."""

import re
from collections import Counter
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page

from cases.models import CasePage
from govlab.core.translation.states import translation_state
from govlab.core.vocabularies import Laboratory
from govlab.delivery.schemas.page import TranslationStatus
from govlab.editing.content_checks.run import findings_of
from govlab.starter import files, images
from home.models import MethodPage, MissionPage
from news.models import NewsPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starting_content")]


def live(model: type[Page], language: str) -> Any:
    return model.objects.live().filter(locale__language_code=language)


def test_there_is_enough_of_everything() -> None:
    assert live(MethodPage, "lv").count() >= 8
    assert live(NewsPage, "lv").count() >= 12
    cases = Counter(live(CasePage, "lv").values_list("laboratory__slug", flat=True))
    assert len(cases) == 3
    assert set(cases.values()) == {3}


def test_the_mission_tells_the_seeds_facts_in_both_languages() -> None:
    for language in ("lv", "en"):
        mission = live(MissionPage, language).get()
        assert not mission.is_sample
        assert mission.vision.count() == 3
        assert {entry.year for entry in mission.timeline.all()} >= {2018, 2019}
        laboratories = [row.laboratory for row in mission.laboratories.all()]
        assert len(laboratories) == 3
        assert {term.locale.language_code for term in laboratories} == {language}


def test_what_is_not_fact_is_marked_as_sample() -> None:
    for model in (MethodPage, NewsPage, CasePage):
        assert not model.objects.filter(is_sample=False).exists()


def test_pages_have_their_own_described_picture() -> None:
    for model in (MethodPage, NewsPage, CasePage):
        pages = list(live(model, "lv"))
        assert all(page.listing_image and page.listing_image_alt for page in pages)
        assert len({page.listing_image_id for page in pages}) == len(pages)


def test_some_items_are_latvian_only_and_one_translation_is_outdated() -> None:
    english = set(live(Page, "en").values_list("translation_key", flat=True))
    untranslated = live(Page, "lv").exclude(translation_key__in=english)
    assert untranslated.count() >= 2
    states = [translation_state(page).status for page in live(Page, "en")]
    assert TranslationStatus.OUTDATED in states
    assert states.count(TranslationStatus.CURRENT) > states.count(TranslationStatus.OUTDATED)


def test_english_pages_are_english() -> None:
    """Every text of a translation differs from its original's, addresses included."""
    originals = {
        page.translation_key: page for page in live(Page, "lv").filter(depth__gt=1).specific()
    }
    for page in live(Page, "en").filter(depth__gt=2).specific():
        original = originals[page.translation_key]
        assert page.title != original.title
        assert page.slug != original.slug
        assert page.summary != original.summary


def test_rows_of_english_pages_are_english() -> None:
    rows = (
        (MethodPage, "steps", "text"),
        (MissionPage, "timeline", "title"),
        (MissionPage, "vision", "text"),
        (CasePage, "outcomes", "metric"),
    )
    for model, relation, field in rows:
        for page in live(model, "en"):
            original = model.objects.get(
                translation_key=page.translation_key, locale__language_code="lv"
            )
            latvian = {getattr(row, field) for row in getattr(original, relation).all()}
            english = {getattr(row, field) for row in getattr(page, relation).all()}
            assert len(english) == len(latvian), (page, relation)
            assert not english & latvian, (page, relation)


def test_streams_share_no_block_id() -> None:
    ids = Counter(
        block["id"]
        for page in live(Page, "lv").filter(depth__gt=1).specific()
        for block in page.body.raw_data
    )
    assert [identifier for identifier, count in ids.items() if count > 1] == []


def test_tree_is_sound() -> None:
    assert Page.find_problems() == ([], [], [], [], [])


def test_loading_again_changes_nothing() -> None:
    def snapshot() -> Any:
        return (
            list(Page.objects.order_by("pk").values_list("pk", "title", "latest_revision_id")),
            Laboratory.objects.count(),
            Locale.objects.count(),
        )

    page = live(NewsPage, "lv").first()
    page.title = "Redaktores virsraksts"
    page.save_revision().publish()
    before = snapshot()
    output = StringIO()
    call_command("load_starting_content", stdout=output)
    assert snapshot() == before
    assert "nothing was changed" in output.getvalue()


def test_every_picture_is_shown_and_every_shown_one_is_there() -> None:
    shown = {
        picture
        for path in files.CONTENT_DIR.rglob("*.toml")
        for picture in re.findall(r'^picture = "(.+)"$', path.read_text(), re.MULTILINE)
    }
    assert shown == {path.name for path in images.PICTURES_DIR.iterdir()}


def test_no_redirect_leads_from_addresses_that_nobody_had() -> None:
    assert not Redirect.objects.exists()


def test_the_checks_of_texts_find_little() -> None:
    pages = list(Page.objects.filter(depth__gt=1).specific())
    findings = [finding for page in pages for finding in findings_of(page)]
    assert len(findings) <= 10, "\n".join(f"{f.place}: {f.message}" for f in findings)
