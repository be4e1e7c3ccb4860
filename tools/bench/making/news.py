"""News in bulk: the tree's rows are written as treebeard would write them, in a few statements."""

import datetime as dt
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex

from news.models import NewsPage, NewsTopic

from .bodies import body
from .surroundings import LANGUAGES, Places

# Every item relates to the first of its group, and each first to the first of the group before:
# a first has 20 dependents.
GROUP = 20
# Of the dates, whatever the number of items.
NEWEST, DAYS = dt.date(2026, 6, 30), 1000


@transaction.atomic
def make(places: Places, items: int) -> list[int]:
    """Returns the ids of the Latvian items that others relate to."""
    ids = {code: _rows(places, code, items) for code in LANGUAGES}
    leaders = ids["lv"][::GROUP]
    for code in LANGUAGES:
        for number, page_id in enumerate(ids[code]):
            group = number // GROUP - (1 if number % GROUP == 0 and number else 0)
            _news(places, code, items, number, page_id, ids[code][group * GROUP])
    for page in NewsPage.objects.filter(pk__in=[*leaders, *ids["lv"][: GROUP + 1]]):
        page.save_revision()
        ReferenceIndex.create_or_update_for_object(page)
    return leaders


def _rows(places: Places, code: str, items: int) -> list[int]:
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
            title=f"Ziņa Nr. {number}" if code == "lv" else f"News item no. {number}",
            draft_title=f"Ziņa Nr. {number}",
            locale=places.locales[code],
            translation_key=uuid5(NAMESPACE_URL, f"bench/{number}"),
            content_type=kind,
            live=True,
            first_published_at=now,
            last_published_at=now,
            latest_revision_created_at=now,
        )
        for number in range(items)
    ]
    made = Page.objects.bulk_create(pages, batch_size=500)
    Page.objects.filter(pk=parent.pk).update(numchild=items)
    return [page.pk for page in made]


def _news(places: Places, code: str, items: int, number: int, page_id: int, related: int) -> None:
    """The rows that belong to a page row; `save_base(raw)` writes one table and marks nothing."""
    page = NewsPage(page_ptr_id=page_id)
    page.summary = f"Kopsavilkums par ziņu {number}: kas notika, kam tas palīdz un kas būs tālāk."
    page.date = NEWEST - dt.timedelta(days=DAYS * number // items)
    page.institution = _pick(places.institutions[code], number)
    page.listing_image = _pick(places.pictures, number)
    page.listing_image_alt = "Vienkrāsains attēls"
    page.body = body(number, _pick(places.pictures, number + 5).pk, related)
    page.save_base(raw=True)
    NewsTopic.objects.bulk_create(
        NewsTopic(
            page_id=page_id,
            topic=_pick(places.topics[code], number + place),
            sort_order=place,
            locale=places.locales[code],
            translation_key=uuid5(NAMESPACE_URL, f"bench/{number}/topic/{place}"),
        )
        for place in range(2)
    )


def _pick(choices: list[Any], number: int) -> Any:
    return choices[number % len(choices)]
