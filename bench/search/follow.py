"""Leads one consumer to the end of the log, or builds its index anew. Prints pages and seconds.

Run under Django's settings, as the worker and `manage.py rebuild_search` are.
"""

import json
import sys
import time

import django

REBUILD = "rebuild"
ELASTICSEARCH = "search-elasticsearch"


def follow(name: str) -> int:
    from govlab.delivery.log import consumers
    from govlab.delivery.models import ConsumerCursor, Document

    cursor = ConsumerCursor.objects.filter(name=name).first()
    waiting = Document.objects.filter(sequence__gt=cursor.sequence if cursor else 0).count()
    (consumer,) = (known for known in consumers.registered() if known.name == name)
    if not consumers.advance(consumer):
        raise SystemExit(ConsumerCursor.objects.get(name=name).error)
    return waiting


def rebuild() -> int:
    from govlab.delivery.log import consumers
    from govlab.delivery.models import Document
    from search.engines.elastic import cluster
    from search.engines.elastic.rebuild import rebuild as anew

    alone = consumers.alone(ELASTICSEARCH, wait=True)
    anew(cluster.patient_cluster(), lambda done, total: None, alone)
    return Document.objects.count()


if __name__ == "__main__":
    django.setup()
    started = time.perf_counter()
    pages = rebuild() if sys.argv[1] == REBUILD else follow(sys.argv[1])
    print(json.dumps({"pages": pages, "seconds": time.perf_counter() - started}))
