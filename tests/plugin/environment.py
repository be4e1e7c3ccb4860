"""A virtual environment that holds what the package asks for and nothing else, without a network.

What it asks for lies in the environment of the tests; it is linked from there, with everything
that it asks for in turn.
"""

import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

PACKAGE = Path(__file__).parents[2] / "site"
SECONDS = 120
# Commands of the guide that no linked package brings.
_SCRIPTS = {
    "wagtail": '"{python}" -c "from wagtail.bin.wagtail import main; main()" "$@"',
    # Built and installed with what is here.
    "pip": 'command="$1"; shift; "{tests}" -m pip --python "{python}" "$command" --quiet '
    '--no-index --no-build-isolation "$@"',
}


class Environment:
    def __init__(self, folder: Path) -> None:
        self.scripts = folder / "bin"
        self.python = self.scripts / "python"
        venv.create(folder, symlinks=True)
        libraries = Path(
            sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)})
        )
        for each in _with_all_they_need(declared()):
            _link(each, libraries)
        for name, command in _SCRIPTS.items():
            script = self.scripts / name
            line = command.format(python=self.python, tests=sys.executable)
            script.write_text(f"#!/bin/sh\n{line}\n")
            script.chmod(0o755)

    def run(self, *command: str | Path, cwd: Path) -> str:
        """What the command printed. Fails the test with all of it where the command fails."""
        result = subprocess.run(
            [self.scripts / command[0], *command[1:]]
            if (self.scripts / command[0]).exists()
            else command,
            cwd=cwd,
            env={
                "PATH": f"{self.scripts}{os.pathsep}{os.defpath}",
                "HOME": str(cwd),
                "PYTHONPATH": str(cwd),
                "PYTHONWARNINGS": "ignore",
                "PIP_DISABLE_PIP_VERSION_CHECK": "1",
                "DJANGO_SETTINGS_MODULE": "mysite.settings.dev",
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=SECONDS,
        )
        words = " ".join(map(str, command))
        assert result.returncode == 0, f"“{words}” ended with {result.returncode}:\n{result.stdout}"
        return result.stdout


def declared() -> set[Requirement]:
    """What the package asks for, to be built and to run."""
    said = tomllib.loads((PACKAGE / "pyproject.toml").read_text())
    return set(
        map(Requirement, [*said["build-system"]["requires"], *said["project"]["dependencies"]])
    )


def _with_all_they_need(requirements: Iterable[Requirement]) -> list[Distribution]:
    found: dict[str, Distribution] = {}
    waiting = [(each, extra) for each in requirements for extra in ("", *each.extras)]
    seen = set(map(str, requirements))
    while waiting:
        wanted, extra = waiting.pop()
        each = found.setdefault(wanted.name.lower(), distribution(wanted.name))
        for line in each.requires or ():
            needed = Requirement(line)
            applies = needed.marker is None or needed.marker.evaluate({"extra": extra})
            if applies and line not in seen:
                seen.add(line)
                waiting += [(needed, inner) for inner in ("", *needed.extras)]
    return list(found.values())


def _link(each: Distribution, libraries: Path) -> None:
    tops = {file.parts[0] for file in each.files or ()} - {"..", "__pycache__"}
    for top in tops:
        link = libraries / top
        if not link.exists():
            link.symlink_to(Path(str(each.locate_file(top))))
