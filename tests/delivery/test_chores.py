import pytest

from govlab.delivery import chores


def test_a_failing_chore_holds_up_no_other(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done = []
    monkeypatch.setattr(chores, "_chores", {})
    chores.register("broken", lambda: 1 // 0)
    chores.register("sound", lambda: done.append(1))
    chores.do_all()
    assert done == [1]
    assert "“broken”" in caplog.text
