"""News in bulk: the tree's rows are written as treebeard would write them, in a few statements."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from news.models import NewsPage, NewsTopic

from .bodies import body
from .surroundings import LANGUAGES, Places
from .texts import Writing, alike

# Every item relates to the first of its group, and each first to the first of the group before:
# a first has 20 dependents.
GROUP = 20
# Of the dates, whatever the number of items.
NEWEST, DAYS = dt.date(2026, 6, 30), 1000


@transaction.atomic
def make(
    places: Places,
    numbers: range,
    writing: Writing = alike,
    languages: Sequence[str] = LANGUAGES,
) -> list[int]:
    """Items of these numbers; of smaller ones there are all already, or none.

    Returns the ids of the Latvian items that others relate to.
    """
    ids = {code: _rows(places, code, numbers, writing) for code in languages}
    leaders = ids["lv"][::GROUP]
    for code in languages:
        for place, page_id in enumerate(ids[code]):
            group = place // GROUP - (1 if place % GROUP == 0 and place else 0)
            page = NewsPage(page_ptr_id=page_id)
            page.date = NEWEST - dt.timedelta(days=DAYS * place // len(numbers))
            _news(page, places, code, numbers[place], writing, ids[code][group * GROUP])
    for page in NewsPage.objects.filter(pk__in=[*leaders, *ids["lv"][: GROUP + 1]]):
        page.save_revision()
        ReferenceIndex.create_or_update_for_object(page)
    return leaders


def _rows(places: Places, code: str, numbers: range, writing: Writing) -> list[int]:
    parent = places.indexes[code]
    now = timezone.now()
    kind = ContentType.objects.get_for_model(NewsPage)
    pages = [
        Page(
            path=Page._get_path(parent.path, parent.depth + 1, number + 1),
            depth=parent.depth + 1,
            numchild=0,
            url_path=f"{parent.url_path}zina-{number}/",
            slug=f"zina-{number}",
            title=writing(number, code).title,
            draft_title=writing(number, code).title,
            locale=places.locales[code],
            translation_key=uuid5(NAMESPACE_URL, f"bench/{number}"),
            content_type=kind,
            live=True,
            first_published_at=now,
            last_published_at=now,
            latest_revision_created_at=now,
        )
        for number in numbers
    ]
    made = Page.objects.bulk_create(pages, batch_size=500)
    Page.objects.filter(pk=parent.pk).update(numchild=numbers.stop)
    return [page.pk for page in made]


def _news(
    page: NewsPage, places: Places, code: str, number: int, writing: Writing, related: int
) -> None:
    """The rows that belong to a page row; `save_base(raw)` writes one table and marks nothing."""
    texts = writing(number, code)
    page.summary = texts.summary
    page.institution = _pick(places.institutions[code], number)
    page.listing_image = _pick(places.pictures, number)
    page.listing_image_alt = "Vienkrāsains attēls"
    page.body = body(number, texts, _pick(places.pictures, number + 5).pk, related)
    page.save_base(raw=True)
    NewsTopic.objects.bulk_create(
        NewsTopic(
            page_id=page.page_ptr_id,
            topic=_pick(places.topics[code], number + place),
            sort_order=place,
            locale=places.locales[code],
            translation_key=uuid5(NAMESPACE_URL, f"bench/{number}/topic/{place}"),
        )
        for place in range(2)
    )


def _pick(choices: list[Any], number: int) -> Any:
    return choices[number % len(choices)]
