"""A project made by `wagtail start`, and by what the guide has its engineer write and run."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.plugin import guide
from tests.plugin.environment import PACKAGE, Environment

VISITS = Path(__file__).parent / "visits"


@dataclass(frozen=True)
class Project:
    folder: Path
    environment: Environment

    def visit(self, name: str) -> None:
        """Runs a script in the project, which asserts what must hold."""
        self.environment.run("python", VISITS / f"{name}.py", cwd=self.folder)

    def copied(self, folder: Path) -> "Project":
        shutil.copytree(self.folder, folder)
        return Project(folder, self.environment)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """As the guide leaves it. Tests work on copies."""
    place = tmp_path_factory.mktemp("plugin")
    environment = Environment(place / "environment")
    # Building leaves folders beside the sources.
    shutil.copytree(
        PACKAGE,
        place / "govlab" / "site",
        ignore=shutil.ignore_patterns("build", "*.egg-info", "__pycache__"),
    )
    at = place
    for step in guide.steps():
        if isinstance(step, guide.Code):
            step.write(at)
            continue
        for line in step.lines:
            command = line.split()
            if command[0] == "cd":
                at /= command[1]
            else:
                environment.run(*command, cwd=at)
    return Project(at, environment)


@pytest.fixture
def project(made: Project, tmp_path: Path) -> Project:
    return made.copied(tmp_path / "mysite")
