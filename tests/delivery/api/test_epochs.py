"""After a restore from a backup nothing that was served before passes for current."""

from typing import Any

import pytest
from django.core.management import call_command

from govlab.delivery.api.response_cache import response_cache
from govlab.delivery.models import Head
from tests.factories import make_standard


def test_a_restore_between_two_looks_at_the_feed(api: Any, home: Any) -> None:
    make_standard(home)
    cursor = api.json("changes")["next"]
    call_command("begin_new_log")
    problem = api.json(f"changes?since={cursor}", 409)
    assert (problem["title"], problem["status"]) == ("Another log", 409)
    assert "/export" in problem["detail"]
    first = api.get("export").getvalue().decode().partition("\n")[0]
    assert cursor.partition("-")[0] not in first
    assert api.json("changes")["next"] != cursor


@pytest.mark.parametrize("address", ["pages/{}", "news", "changes", "", "navigation?locale=lv"])
def test_no_etag_outlives_its_log(api: Any, home: Any, address: str) -> None:
    address = address.format(home.pk)
    etag = api.get(address)["ETag"]
    api.get(address, 304, **{"If-None-Match": etag})
    call_command("begin_new_log")
    api.get(address, 200, **{"If-None-Match": etag})


def test_the_response_cache_ends_with_its_log(api: Any, home: Any) -> None:
    api.get(f"pages/{home.pk}")
    state = Head.current()
    before = response_cache.get(state, f"/api/v1/pages/{home.pk}")
    assert before
    assert before.whole
    # As if the restored log had reached the same place again.
    Head.objects.update(epoch="0" * 12)
    assert Head.current()[1:] == state[1:]
    assert response_cache.get(Head.current(), f"/api/v1/pages/{home.pk}") is None
