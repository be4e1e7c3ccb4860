"""The check of words finds each in whatever form code and pages have it, and only whole words."""

from pathlib import Path

import pytest

from tools import words

GLOSSARY = """# Glossary

| Not | But |
|---|---|
| `harmless` | a table elsewhere |

## Words not to use

The check reads this.

| Not | But |
|---|---|
| `green tea`, `teas` | coffee |
| `pot_of` | pot |

## After it

| Not | But |
|---|---|
| `also harmless` | another |
"""


def found(text: str) -> list[tuple[int, str]]:
    findings = words.findings(Path("page.py"), text, words.rules(GLOSSARY))
    return sorted((finding.line, finding.instead) for finding in findings)


@pytest.mark.parametrize(
    "text",
    [
        "# We serve Green Tea here.",
        '"""A cup of green tea."""',
        "def _green_tea(): ...",
        "class GreenTea: ...",
        "class NoGreenTeaError: ...",
        "maker = greenTea()",
        'TEXT = "A cup of green "\n    "tea."',
        "# A cup of green\n# tea.",
        "<p>Green\n  tea</p>",
        "many teas",
    ],
)
def test_a_word_is_found(text: str) -> None:
    assert found(text) == [(1, "coffee")]


@pytest.mark.parametrize(
    "text",
    ["evergreen tea", "green team", "greenteam", "steas", "harmless, also harmless", "a pot of it"],
)
def test_other_words_are_not(text: str) -> None:
    assert found(text) == []


def test_a_name_is_found_as_such() -> None:
    assert found("\npot_of = 1") == [(2, "pot")]


def test_a_line_may_be_excused() -> None:
    assert found("import green_tea  # words: ok\ngreen_tea.pour()") == [(2, "coffee")]


def test_a_page_without_the_table_is_an_error() -> None:
    with pytest.raises(ValueError, match="no table of words"):
        words.rules("# Glossary\n\n## Words not to use\n\nNone.\n")


def test_files_of_the_project_are_searched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in {
        "docs/glossary.md": GLOSSARY,
        "docs/guide.md": "# Guide\n\nDrink green tea.\n",
        "CHANGELOG.md": "No green tea any more.\n",
        "app/migrations/0001_initial.py": "green_tea = 1\n",
        "app/views.py": "coffee = 1\n",
        "var/copy.md": "green tea\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    assert words.main(tmp_path) == 1

    assert capsys.readouterr().out == "docs/guide.md:3: “green tea”. Write: coffee\n"


def test_words_are_enough(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/glossary.md").write_text(GLOSSARY, encoding="utf-8")
    assert words.main(tmp_path) == 0
