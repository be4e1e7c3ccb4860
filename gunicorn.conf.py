"""How gunicorn serves the site; `gunicorn` alone, started in this folder, is enough."""

import gc
import os
from pathlib import Path
from typing import Any

wsgi_app = "govlab.wsgi:application"
pythonpath = "site"
bind = os.environ.get("BIND") or f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
# Heartbeat files in memory: on a slow disk a worker would look hung.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
# Of a request's first line: the API is asked with whole paths of pages, percent-encoded.
limit_request_line = 8190
# Gunicorn would open a socket for its control tool under the home directory, which need not exist.
control_socket_disable = True
accesslog = "-" if os.environ.get("DJANGO_SETTINGS_MODULE", "").endswith("production") else None
# Objects made until the garbage collector looks through the new ones; how often until it looks
# through those that stayed, and through all. Python's 700, 10, 10 are for small programs.
COLLECTED_AFTER = (20_000, 20, 100)


def post_worker_init(worker: Any) -> None:
    """Load the dictionaries before a request arrives: the first search would wait half a second.

    What is there then stays, so the garbage collector need not look through it: some request would
    wait a quarter of a second each time. Nor need it look often through what caches have since.
    """
    from search.text.dictionaries.installed import DictionariesMissingError
    from search.text.real_words import load_dictionaries

    try:
        load_dictionaries()
    except DictionariesMissingError as error:
        worker.log.error("Search will not work: %s", error)
    gc.freeze()
    gc.set_threshold(*COLLECTED_AFTER)
