"""The search server's Java is found by its version, wherever it lies."""

from pathlib import Path

import pytest

from tools import java


def install(directory: Path, version: str | None) -> Path:
    (directory / "bin").mkdir(parents=True)
    (directory / "bin" / "java").touch(mode=0o755)
    if version:
        (directory / "release").write_text(f'IMPLEMENTOR="X"\nJAVA_VERSION="{version}"\n')
    return directory


@pytest.mark.parametrize(
    ("release", "number"), [("25.0.3", 25), ("21", 21), ("1.8.0_402", 1), (None, 0)]
)
def test_version(tmp_path: Path, release: str | None, number: int) -> None:
    assert java.version(install(tmp_path / "home", release)) == number


def test_the_first_new_enough_is_taken(tmp_path: Path) -> None:
    homes = [install(tmp_path / name, name) for name in ("17.0.1", "21.0.2", "25")]
    assert java.find_home(homes) == homes[1]
    assert java.find_home(homes[:1]) is None


def test_a_home_without_java_is_passed_over(tmp_path: Path) -> None:
    home = install(tmp_path / "home", "25")
    (home / "bin" / "java").unlink()
    assert java.find_home([home]) is None


def test_the_environment_names_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = install(tmp_path / "home", "22")
    monkeypatch.setenv("ES_JAVA_HOME", str(home))
    assert java.find_home() == home
