from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from search.text.dictionaries.installed import ENGLISH, folder


@pytest.fixture
def american(tmp_path: Path) -> Path:
    """The installed dictionary with another word instead of *aardvark*."""
    path = tmp_path / "en_US.dic"
    source = folder(ENGLISH) / path.name
    words = source.read_text(encoding="utf-8")
    path.write_text(words.replace("\naardvark/", "\naardwolfish/", 1), encoding="utf-8")
    path.with_suffix(".aff").write_bytes(source.with_suffix(".aff").read_bytes())
    return path


def printed(*arguments: Any, **options: Any) -> list[str]:
    output = StringIO()
    call_command("compare_dictionaries", *arguments, stdout=output, **options)
    return output.getvalue().splitlines()


def test_what_another_one_changes(american: Path) -> None:
    lines = printed(american)
    assert lines[2].endswith("| 1 | 1 |")
    assert "Added: aardwolfish" in lines
    assert "Removed: aardvark" in lines
    assert "Forms removed: aardvark, aardvark's, aardvarks" in lines


def test_what_it_would_replace_must_be_known(american: Path, tmp_path: Path) -> None:
    other = american.rename(tmp_path / "index.dic")
    with pytest.raises(CommandError, match="--name"):
        printed(other)


def test_lists_are_latvian(american: Path) -> None:
    with pytest.raises(CommandError, match="Latvian"):
        printed(american, american)


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be compared"):
        printed(tmp_path / "lv_LV.dic")
