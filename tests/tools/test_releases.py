"""The table of releases lists what is pinned, and an old release needs a reason."""

import re
from datetime import date

import pytest

from tools import releases
from tools.releases import Pin, Row, Table

TODAY = date(2026, 11, 27)
NEW = Row("django", "5.2.1", date(2026, 10, 1))
OLD = Row("telepath", "0.3", date(2023, 6, 12), "finished")
PINS = [Pin("django", "5.2.1"), Pin("telepath", "0.3")]


def found(*rows: Row) -> list[str]:
    return list(releases.problems(Table(TODAY, list(rows)), PINS))


def test_all_is_well() -> None:
    assert found(NEW, OLD) == []


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([NEW], "telepath 0.3 is pinned and not listed."),
        ([NEW, OLD, Row("six", "1", TODAY)], "six 1 is listed and not pinned."),
        ([NEW, OLD, OLD], "listed twice"),
        ([NEW, OLD._replace(reason="")], "telepath was released on 2023-06-12: say why"),
        ([NEW._replace(reason="finished"), OLD], "django has a new release"),
        ([NEW._replace(released=date(2026, 12, 1)), OLD], "after the table was recorded"),
    ],
)
def test_a_problem_is_told(rows: list[Row], problem: str) -> None:
    [told] = found(*rows)
    assert problem in told


def test_another_version_is_another_release() -> None:
    assert found(NEW._replace(version="5.2.0"), OLD) == [
        "django 5.2.1 is pinned and not listed.",
        "django 5.2.0 is listed and not pinned.",
    ]


def test_a_year_has_365_days() -> None:
    table = Table(TODAY, [])
    assert not table.is_old(NEW._replace(released=date(2025, 11, 27)))
    assert table.is_old(NEW._replace(released=date(2025, 11, 26)))


def test_reasons_are_kept_while_they_are_needed() -> None:
    before = Table(TODAY, [NEW._replace(reason="old once"), OLD])
    dates = {PINS[0]: date(2026, 11, 1), PINS[1]: OLD.released}
    table = releases.renewed(before, dates, TODAY)
    assert [row.reason for row in table.rows] == ["", "finished"]
    assert releases.read(releases.markdown(table)) == table


def test_a_table_without_a_date_is_refused() -> None:
    with pytest.raises(ValueError, match="when it was recorded"):
        releases.read("| django | 5.2 | 2026-10-01 |  |")


def test_every_pin_is_read() -> None:
    text = "".join(path.read_text() for path in releases.PINNED)
    assert len(releases.pins()) == len(re.findall(r"^[^ #].*==", text, re.MULTILINE)) > 60


def test_the_projects_own_table_is_up_to_date() -> None:
    table = releases.read(releases.TABLE.read_text(encoding="utf-8"))
    assert list(releases.problems(table, releases.pins())) == []
