"""Everything a run found, and where it is kept."""

import json
import os
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tools.environment import ROOT

from . import load
from .export import Export
from .measures import Loaded
from .options import Options
from .queries import Queries
from .scale import Latency

DIRECTORY = ROOT / "var" / "bench"


@dataclass
class Results:
    options: Options
    machine: dict[str, str | int]
    queries: list[Queries] = field(default_factory=list)
    loads: list[Loaded] = field(default_factory=list)
    # Stack → seconds of each publication.
    publishing: Mapping[str, list[float]] = field(default_factory=dict)
    latencies: list[Latency] = field(default_factory=list)
    exports: list[Export] = field(default_factory=list)

    @classmethod
    def begin(cls, options: Options) -> "Results":
        return cls(options, machine())

    def keep(self) -> Path:
        return write(asdict(self))


def write(found: Mapping[str, Any], prefix: str = "") -> Path:
    DIRECTORY.mkdir(parents=True, exist_ok=True)
    path = DIRECTORY / f"{prefix}{datetime.now(UTC):%Y%m%dT%H%M%SZ}.json"
    path.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return path


def machine() -> dict[str, str | int]:
    return {
        "cores": os.cpu_count() or 0,
        "processor": platform.machine(),
        "python": platform.python_version(),
        "load_generator": load.tool(),
        **{name: version(name) for name in ("django", "wagtail", "django-ninja", "gunicorn")},
    }
