"""`site/` is an import root named like a module of the standard library: what keeps that safe."""

import site
import subprocess
import sysconfig
from pathlib import Path

import govlab

ROOT = Path(__file__).parents[1]


def test_site_is_no_package() -> None:
    assert not (ROOT / "site" / "__init__.py").exists()


def test_import_site_gives_the_standard_library() -> None:
    assert Path(site.__file__ or "").parent == Path(sysconfig.get_path("stdlib"))


def test_govlab_lies_in_site() -> None:
    assert Path(govlab.__file__ or "").parent == ROOT / "site" / "govlab"


def test_git_ignores_nothing_in_site() -> None:
    command = ["git", "check-ignore", "--no-index", "site", "site/new.py", "site/govlab/new.py"]
    ignored = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ignored.returncode, ignored.stdout) == (1, "")
