"""The environment holds the files of the dictionaries that are used, and no others."""

import re
import tarfile
from importlib import metadata
from pathlib import Path

import pytest

from tools import dictionaries


def test_the_package_has_these_files_alone() -> None:
    installed = {str(path) for path in metadata.files("govlab-dictionaries") or ()}
    own = {path for path in installed if ".dist-info/" not in path and "__pycache__" not in path}
    wanted = {f"{dictionaries.PACKAGE}/{name}" for name in (*dictionaries.FILES, "__init__.py")}
    assert own == wanted


def test_what_they_are_taken_from_is_not_installed() -> None:
    [name] = re.findall(r"^(\S+)==", dictionaries.PINS.read_text(), re.MULTILINE)
    for path in dictionaries.ROOT.glob("requirements*.txt"):
        if path != dictionaries.PINS:
            assert not re.search(rf"^{name}==", path.read_text(), re.MULTILINE)


def distribution(directory: Path, names: list[str]) -> Path:
    path = directory / "some-1.tar.gz"
    content = directory / "content"
    content.write_text("content")
    with tarfile.open(path, "w:gz") as archive:
        for name in names:
            archive.add(content, f"some-1/{dictionaries.FOLDER}/{name}")
    return path


def test_others_are_left_behind(tmp_path: Path) -> None:
    archive = distribution(tmp_path, [*dictionaries.FILES, "en/en_AU.dic", "../../other.py"])
    (tmp_path / "package").mkdir()
    dictionaries.extract(archive, tmp_path / "package")
    found = {
        path.relative_to(tmp_path / "package").as_posix()
        for path in (tmp_path / "package").rglob("*.*")
    }
    assert found == set(dictionaries.FILES)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "package").mkdir()
    with pytest.raises(KeyError, match="lv_LV"):
        dictionaries.extract(distribution(tmp_path, []), tmp_path / "package")
