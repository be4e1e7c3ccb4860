"""The TypeScript compiler of the contract's tests: installed once, again when its lock file changes."""

import hashlib
from pathlib import Path

from tools import processes
from tools.environment import ROOT

PROJECT = ROOT / "tests" / "contract" / "typescript"


def ensure(npm: str, project: Path = PROJECT) -> None:
    stamp = project / "node_modules" / "installed.sha256"
    wanted = hashlib.sha256((project / "package-lock.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    print(f"Installing {project.name} for the contract's tests …")
    processes.require(
        [npm, "ci", "--silent", "--prefix", str(project)],
        "npm could not install the TypeScript compiler; what it said is above.",
    )
    stamp.write_text(wanted, encoding="utf-8")
