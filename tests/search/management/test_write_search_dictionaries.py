from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from search.text.dictionaries import FOLDED, TRUE


@pytest.fixture
def written(tmp_path: Path) -> Path:
    call_command("write_search_dictionaries", tmp_path / "hunspell", stdout=StringIO())
    return tmp_path / "hunspell"


def test_one_folder_a_dictionary(written: Path) -> None:
    files = sorted(path.relative_to(written).as_posix() for path in written.rglob("*.*"))
    assert files == sorted(
        f"{name}/{name}.{kind}" for name in (TRUE, FOLDED) for kind in ("aff", "dic")
    )


def test_both_have_the_same_number_of_words(written: Path) -> None:
    true, folded = ((written / name / f"{name}.dic").read_text() for name in (TRUE, FOLDED))
    assert len(true.splitlines()) == len(folded.splitlines()) > 60_000


def test_writing_again_replaces(written: Path) -> None:
    path = written / TRUE / f"{TRUE}.dic"
    before = path.read_bytes()
    path.write_text("1\nold\n")
    call_command("write_search_dictionaries", written, stdout=StringIO())
    assert path.read_bytes() == before
