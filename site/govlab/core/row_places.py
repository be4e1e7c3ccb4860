"""For migrations: rows that code once gave to pages without a place get one, in their old order."""

from collections.abc import Callable, Iterable
from typing import Any


def give_places(app: str, models: Iterable[str]) -> Callable[[Any, Any], None]:
    """After the rows of their page that have one; by primary key, which is how they were given."""

    def forwards(apps: Any, schema_editor: Any) -> None:
        for name in models:
            rows = apps.get_model(app, name).objects
            unplaced = rows.filter(sort_order=None).order_by("page_id", "pk")
            pages = set(unplaced.values_list("page_id", flat=True))
            for page in pages:
                places = rows.filter(page_id=page).exclude(sort_order=None)
                last = places.order_by("-sort_order").values_list("sort_order", flat=True).first()
                start = 0 if last is None else last + 1
                for place, row in enumerate(unplaced.filter(page_id=page), start):
                    rows.filter(pk=row.pk).update(sort_order=place)

    return forwards
