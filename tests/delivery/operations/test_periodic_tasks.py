import pytest

from govlab.delivery.operations import periodic_tasks


def test_a_failing_task_holds_up_no_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done = []
    monkeypatch.setattr(periodic_tasks, "_tasks", {})
    periodic_tasks.register("broken", lambda: 1 // 0)
    periodic_tasks.register("sound", lambda: done.append(1))
    periodic_tasks.run_all()
    assert done == [1]
    assert "“broken”" in caplog.text
