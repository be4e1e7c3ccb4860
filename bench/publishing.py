"""How long an editor waits for “Publish”: the administration's own form, sent and answered.

Run once under the product's settings and once under stock Wagtail's, on the same page, which 20
others show. Prints the seconds of each time.
"""

import json
import sys
import time
from typing import Any

import django

WARM_UP = 3


def measure(page_id: int, repeats: int) -> list[float]:
    from django.contrib.auth import get_user_model
    from django.test import Client

    from tools.page_forms import filled_in

    client = Client(SERVER_NAME="localhost")
    account = get_user_model().objects.filter(is_superuser=True).first()
    client.force_login(account or get_user_model().objects.create_superuser("bench"))
    times = []
    for number in range(-WARM_UP, repeats):
        address, values = filled_in(client, page_id)
        # Another title, so that whatever shows the page changes too.
        values |= {"title": f"Ziņa, {time.time_ns()}. izdevums", "action-publish": "1"}
        started = time.perf_counter()
        answer: Any = client.post(address, values)
        took = time.perf_counter() - started
        if answer.status_code != 302:
            raise SystemExit(f"The form was refused: {answer.context['form'].errors}")
        if number >= 0:
            times.append(took)
        _follow()
    return times


def _follow() -> None:
    """What the worker would do in the meantime, so that no mark is left for the next time."""
    from django.conf import settings

    if "govlab.delivery" in settings.INSTALLED_APPS:
        from govlab.delivery.log import relay

        relay.drain()


if __name__ == "__main__":
    django.setup()
    print(json.dumps(measure(int(sys.argv[1]), int(sys.argv[2]))))
