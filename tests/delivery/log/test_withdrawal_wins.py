"""Nothing that is wrong with content keeps a page public that is public no longer."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Page, PageViewRestriction
from wagtail_localize.models import TranslationSource

from govlab.delivery.log import relay
from govlab.delivery.models import Document, Mark
from tests.factories import make_standard, publish, translate_page

from .portal import Portal

Break = Callable[[Any], None]


def corrupt_body(page: Any) -> None:
    """Of the page, and so of the original that its translation is compared with."""
    body = '[{"type": "steps", "value": 5, "id": "x"}]'
    run("UPDATE home_standardpage SET body = %s WHERE page_ptr_id = %s", body, page.pk)
    sources = TranslationSource.objects.filter(object_id=page.translation_key)
    sources.update(last_updated_at="2020-01-01T00:00Z")


def lost_row(page: Any) -> None:
    run("DELETE FROM home_standardpage WHERE page_ptr_id = %s", page.pk)


def unknown_type(page: Any) -> None:
    gone = ContentType.objects.create(app_label="home", model="gonepage")
    Page.objects.filter(pk=page.pk).update(content_type=gone)


def run(sql: str, *parameters: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


BREAKS: list[Break] = [corrupt_body, lost_row, unknown_type]


@pytest.fixture
def pages(portal: Portal, home: Any) -> list[Any]:
    """A page, its translation, nine pages below each other, all public."""
    translate_page(home, title="Home")
    top = publish(make_standard(home, title="Augša"))
    twin = translate_page(top, title="Top")
    below = [publish(make_standard(top))]
    for _ in range(8):
        below.append(publish(make_standard(below[-1])))
    portal.follow()
    assert all(page in portal for page in [top, twin, *below])
    return [top, twin, *below]


def withdrawn() -> set[int]:
    return set(Document.objects.filter(live=False).values_list("page_id", flat=True))


def unpublish(page: Any) -> None:
    """As Wagtail does where a page cannot be read: by its row of the page tree."""
    stored = Page.objects.get(pk=page.pk)
    stored.live = False
    stored.save(clean=False, update_fields=["live"])


@pytest.mark.parametrize("broken", BREAKS)
@pytest.mark.parametrize("which", [0, 1, 4])
@pytest.mark.parametrize("hide", ["unpublish", "restrict"])
def test_hidden_at_once(pages: list[Any], broken: Break, which: int, hide: str) -> None:
    broken(pages[which])
    if hide == "unpublish":
        unpublish(pages[0])
    else:
        PageViewRestriction.objects.create(page=pages[0], restriction_type="login")
    relay.drain()
    assert withdrawn() == {page.pk for page in [pages[0], *pages[2:]]}


@pytest.mark.parametrize("broken", BREAKS)
def test_what_is_still_public_keeps_what_readers_have(pages: list[Any], broken: Break) -> None:
    before = Document.objects.get(pk=pages[0].pk)
    broken(pages[0])
    Mark.objects.create(scope="group", key=str(pages[0].translation_key), reason="saved")
    relay.drain()
    now = Document.objects.get(pk=pages[0].pk)
    assert (now.live, now.sequence, now.json) == (True, before.sequence, before.json)
    mark = Mark.objects.get()
    assert (mark.attempts, bool(mark.error), bool(mark.not_before)) == (1, True, True)


def test_a_step_withdraws_before_it_makes_anything(
    pages: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In all groups of a step, though those before it would be made first."""
    made: list[set[int]] = []
    write = relay.write_group
    monkeypatch.setattr(
        relay, "write_group", lambda *args: made.append(withdrawn()) or write(*args)
    )
    publish(pages[2])
    unpublish(pages[10])
    relay.drain()
    assert made[0] == {pages[10].pk}
