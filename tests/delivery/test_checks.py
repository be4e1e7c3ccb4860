from typing import Any

import pytest

from govlab.delivery import checks


def test_the_command_that_publishes_must_be_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(checks.check_scheduling()) == []
    ours = ("publish_scheduled", "publish_scheduled_pages")
    names: dict[str, Any] = dict.fromkeys(ours, "wagtail")
    monkeypatch.setattr(checks, "get_commands", lambda: names)
    found = list(checks.check_scheduling())
    assert {error.id for error in found} == {"delivery.E002"}
    assert len(found) == 2
