"""Asks questions on Elasticsearch in one process, and prints what it says that they took it.

Run under Django's settings.
"""

import json
import sys
from typing import Any
from unittest.mock import patch

import django


def measure(texts: list[str]) -> dict[str, float]:
    from elasticsearch import Elasticsearch

    from search import service

    from ..statistics import percentile
    from .calls import RESULTS

    took: list[float] = []
    original = Elasticsearch.msearch

    def msearch(client: Elasticsearch, **request: Any) -> Any:
        response = original(client, **request)
        took.append(response["took"])
        return response

    sums, requests = [], 0
    with patch.object(Elasticsearch, "msearch", msearch):
        for text in texts:
            took.clear()
            response = service.search(text, "lv", {}, page=1, size=RESULTS, client="192.0.2.1")
            if response.degraded:
                raise SystemExit(f"The database was asked for “{text}” instead of Elasticsearch.")
            sums.append(sum(took))
            requests += len(took)
    return {
        "p50_ms": percentile(sums, 50),
        "p95_ms": percentile(sums, 95),
        "requests": requests / len(texts),
    }


if __name__ == "__main__":
    django.setup()
    from .calls import KINDS

    _, kind, documents, count = sys.argv
    print(json.dumps(measure(KINDS[kind](int(documents), int(count)))))
