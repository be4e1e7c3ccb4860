import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from tests.factories import make_news, make_news_index

DAY = dt.timedelta(days=1)
NOON = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)


def problems(home: Any, **fields: Any) -> set[str]:
    page = make_news(make_news_index(home))
    for name, value in fields.items():
        setattr(page, name, value)
    try:
        page.full_clean()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


def test_address_made_from_a_latvian_title_has_no_diacritics(home: Any) -> None:
    page = make_news(make_news_index(home), "Izmēģinājuma ziņa", slug="")
    assert page.slug == "izmeginajuma-zina"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"kind": "event"}, {"event_start"}),
        ({"kind": "event", "event_start": NOON}, set()),
        (
            {"kind": "event", "event_start": NOON, "event_end": NOON - DAY},
            {"event_end"},
        ),
        ({"kind": "result", "event_place": "Rīga"}, {"kind"}),
        ({"kind": "result"}, set()),
    ],
)
def test_time_and_place_belong_to_events(
    home: Any, fields: dict[str, Any], expected: set[str]
) -> None:
    assert problems(home, **fields) == expected
