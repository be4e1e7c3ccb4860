"""`docs/dependencies.md`: when what is installed was released, and why the old may be old.

`check` compares the table with the pins and asks no network; `write` asks the package index.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "docs" / "dependencies.md"
PINNED = [ROOT / "requirements.txt", ROOT / "requirements-dictionaries.txt"]
YEAR = timedelta(days=365)

PAGE = """\
# Dependencies and their releases

What serves the site, as pinned in `requirements.txt`, and the distribution that the dictionaries are taken from.
The dates are those of the pinned versions on the package index, recorded on {recorded} by
`python -m tools.releases write`, which keeps the reasons. `make check` fails if a pinned version is not listed,
or if one that was older than a year on that day has no reason. [ADR 5](adr/0005-dependencies.md) says what each is for.

Of {number} packages, {recent} were released in the year before.

| package | version | released | why it may be older than a year |
|---|---|---|---|
{rows}
"""

_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]+\])?==(\S+)((?: ; [^\\]+)?) \\$", re.MULTILINE)
_RECORDED = re.compile(r"recorded on (\d{4}-\d{2}-\d{2})")
_ROW = re.compile(
    r"^\| ([^| ]+) \| ([^| ]+) \| (\d{4}-\d{2}-\d{2}) \| ?([^|]*?) ?\|$", re.MULTILINE
)


class Pin(NamedTuple):
    name: str
    version: str
    marker: str = ""


class Row(NamedTuple):
    name: str
    version: str
    released: date
    reason: str = ""


class Table(NamedTuple):
    recorded: date
    rows: list[Row]

    def is_old(self, row: Row) -> bool:
        return self.recorded - row.released > YEAR


def pins() -> list[Pin]:
    found = "".join(path.read_text(encoding="utf-8") for path in PINNED)
    return sorted(Pin(*match.groups()) for match in _PIN.finditer(found))


def read(text: str) -> Table:
    """Raises ValueError."""
    recorded = _RECORDED.search(text)
    if recorded is None:
        raise ValueError("The table does not say when it was recorded.")
    rows = [
        Row(name, version, date.fromisoformat(day), reason)
        for name, version, day, reason in _ROW.findall(text)
    ]
    return Table(date.fromisoformat(recorded[1]), rows)


def problems(table: Table, pinned: list[Pin]) -> Iterator[str]:
    wanted = {(pin.name, pin.version) for pin in pinned}
    listed = [(row.name, row.version) for row in table.rows]
    for name, version in sorted(wanted - set(listed)):
        yield f"{name} {version} is pinned and not listed."
    for name, version in sorted(set(listed) - wanted):
        yield f"{name} {version} is listed and not pinned."
    if len(set(listed)) < len(listed):
        yield "A package is listed twice."
    for row in table.rows:
        if row.released > table.recorded:
            yield f"{row.name} was released after the table was recorded."
        elif table.is_old(row) and not row.reason:
            yield f"{row.name} was released on {row.released}: say why that is no worry, or replace it."
        elif row.reason and not table.is_old(row):
            yield f"{row.name} has a new release: its reason is out of date."


def markdown(table: Table) -> str:
    old = [row for row in table.rows if table.is_old(row)]
    rows = [f"| {row.name} | {row.version} | {row.released} | {row.reason} |" for row in table.rows]
    return PAGE.format(
        recorded=table.recorded, number=len(rows), recent=len(rows) - len(old), rows="\n".join(rows)
    )


def renewed(before: Table | None, dates: Mapping[Pin, date], today: date) -> Table:
    """Keeps the reasons of those that are still old."""
    reasons = {row.name: row.reason for row in before.rows} if before else {}
    rows = [Row(pin.name, pin.version, dates[pin]) for pin in sorted(dates)]
    table = Table(today, rows)
    return table._replace(
        rows=[
            row._replace(reason=reasons.get(row.name, "")) if table.is_old(row) else row
            for row in rows
        ]
    )


def release_dates(pinned: list[Pin]) -> dict[Pin, date]:
    """Asks the package index through uv, whose lock files have the times of uploads."""
    wanted = [f"{name}=={version}{marker}" for name, version, marker in pinned]
    project = {"name": "dated", "version": "0", "requires-python": ">=3.11"}
    lines = [f'{key} = "{value}"' for key, value in project.items()]
    with tempfile.TemporaryDirectory() as directory:
        Path(directory, "pyproject.toml").write_text(
            "\n".join(["[project]", *lines, f"dependencies = {wanted!r}", ""]), encoding="utf-8"
        )
        uv = str(Path(sys.executable).with_name("uv"))
        command = [uv, "lock", "--quiet", "--no-config"]
        if subprocess.run(command, cwd=directory, check=False).returncode:
            sys.exit("The package index could not be asked; what uv said is above.")
        locked = tomllib.loads(Path(directory, "uv.lock").read_text(encoding="utf-8"))
    times = {
        (package["name"], package["version"]): [
            datetime.fromisoformat(file["upload-time"])
            for file in [*package.get("wheels", ()), package.get("sdist", {})]
            if "upload-time" in file
        ]
        for package in locked["package"]
    }
    return {pin: min(times[pin.name, pin.version]).date() for pin in pinned}


def main(arguments: list[str]) -> int:
    before = read(TABLE.read_text(encoding="utf-8")) if TABLE.exists() else None
    if arguments == ["write"]:
        table = renewed(before, release_dates(pins()), datetime.now(UTC).date())
        TABLE.write_text(markdown(table), encoding="utf-8")
    elif arguments != ["check"] or before is None:
        sys.exit("Say what to do: python -m tools.releases check|write")
    else:
        table = before
    found = list(problems(table, pins()))
    print("\n".join(found) or f"{len(table.rows)} releases, recorded on {table.recorded}.")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
