"""Dictionaries are compared by what they accept, in whatever encoding they come."""

from pathlib import Path

import pytest

from search.measurement.dictionaries import changes, in_utf8, measured_with
from search.measurement.word_lists import measured

RULES = """\
SET {encoding}
SFX S Y 2
SFX S s   a   s
SFX S s   u   s
NEEDAFFIX !
"""
LIST = "lemma\tform_a\tform_b\nlabs\tlabs\tlaba\nzaķis\tzaķa\tzaķi\n"


def written(directory: Path, words: str, encoding: str = "UTF-8") -> Path:
    path = directory / "given.dic"
    directory.mkdir()
    path.write_bytes(words.encode(encoding))
    path.with_suffix(".aff").write_bytes(RULES.format(encoding=encoding).encode(encoding))
    return path


def test_what_one_has_and_the_other_lacks(tmp_path: Path) -> None:
    before = written(tmp_path / "a", "3\nlabs/S\nzaķs\nvējš\n")
    after = written(tmp_path / "b", "3\nlabs\nzaķs/S po:x\nvēj/S!\n\n", "ISO8859-13")
    with in_utf8(before, "lv_LV") as present, in_utf8(after, "lv_LV") as other:
        assert other.path.name == "lv_LV.dic"
        assert changes(present, other) == ([], ["vējš"], ["zaķa", "zaķu"], ["laba", "labu"])


def test_a_word_that_became_a_form_is_not_removed(tmp_path: Path) -> None:
    before = written(tmp_path / "a", "2\nlabs\nlaba\n")
    after = written(tmp_path / "b", "1\nlabs/S\n")
    with in_utf8(before, "lv_LV") as present, in_utf8(after, "lv_LV") as other:
        assert changes(present, other) == ([], [], ["labu"], [])


@pytest.mark.parametrize("words", ["labs\n", ""])
def test_other_files_are_refused(tmp_path: Path, words: str) -> None:
    with (
        pytest.raises(ValueError, match="number of words"),
        in_utf8(written(tmp_path / "a", words), "lv_LV"),
    ):
        pass


def test_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a", "1\nlabs\n")
    path.with_suffix(".aff").write_text("SET nonsense\n")
    with pytest.raises(ValueError, match="nonsense"), in_utf8(path, "lv_LV"):
        pass


def test_search_is_measured_with_the_other_one(tmp_path: Path) -> None:
    path, different = tmp_path / "forms.tsv", tmp_path / "different.tsv"
    path.write_text(LIST, encoding="utf-8")
    different.write_text("form_a\tform_b\nkase\tkāzas\ndiena\tnakts\n", encoding="utf-8")
    # In this one, the forms of “zaķis” are words of their own.
    given = written(tmp_path / "a", "3\nlabs/S\nzaķa\nzaķi\n")
    with in_utf8(given, "lv_LV") as other:
        found = {row.measure: row for row in measured_with(other, [path, different])}
    now = {row.measure: row for row in measured([path, different])}
    assert found.keys() == now.keys()
    assert now["recall"].value == 1.0
    assert found["recall"].value < 1.0
    assert now["different words kept apart"].value == 1.0


def test_a_file_that_is_no_list_is_named(tmp_path: Path) -> None:
    path = tmp_path / "words.tsv"
    path.write_text("word\nlabs\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"words\.tsv has no column 'form_a'"):
        list(measured([path]))
