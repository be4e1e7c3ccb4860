"""Makes real news pages up to a number, their documents, and Wagtail's own index of them.

Run under Django's settings.
"""

import sys

import django

BATCH = 500


def make(first: int, end: int) -> None:
    from wagtail.search.backends import get_search_backend

    from govlab.delivery.log.rebuild import rebuild
    from news.models import NewsPage

    from ..making import news, surroundings
    from .writing import texts

    places = surroundings.made() if first else surroundings.make()
    news.make(places, range(first, end), texts, ["lv"])
    backend = get_search_backend()
    made = NewsPage.objects.order_by("-pk")[: end - first]
    for start in range(0, end - first, BATCH):
        backend.add_bulk(NewsPage, list(made[start : start + BATCH]))
    rebuild(lambda done, total: None)


if __name__ == "__main__":
    django.setup()
    make(int(sys.argv[1]), int(sys.argv[2]))
