"""Pages to measure on: a home page, a news index and news in both languages, made in bulk.

Run under Django's settings; refuses a database that has content. Prints the ids and paths to ask for.
"""

import json
import sys
from typing import Any

import django


def make(items: int) -> dict[str, Any]:
    from wagtail.models import Page

    from .making import news, surroundings

    places = surroundings.make()
    leaders = news.make(places, range(items))
    problems = [problem for problem in Page.find_problems() if problem]
    if problems:
        raise SystemExit(f"The tree is not sound: {problems}")
    index = places.indexes["lv"]
    return {
        "item": leaders[0],
        "parent": index.pk,
        "item_path": Page.objects.get(pk=leaders[0]).url,
        "parent_path": index.url,
    }


def main(arguments: list[str]) -> None:
    django.setup()
    made: dict[str, Any] = make(int(arguments[0]))
    print(json.dumps(made))


if __name__ == "__main__":
    main(sys.argv[1:])
