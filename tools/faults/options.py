"""What a run may be told."""

import argparse
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Options:
    minutes: float
    seed: int
    steps: int
    site: Path | None


def parse(arguments: Sequence[str]) -> Options:
    parser = argparse.ArgumentParser(prog="make faults", description=__doc__)
    parser.add_argument("--minutes", type=float, default=20, help="no history begins after them")
    parser.add_argument(
        "--seed", type=int, default=secrets.randbelow(10**6), help="of the first history"
    )
    parser.add_argument("--steps", type=int, default=40, help="of a history")
    parser.add_argument(
        "--site",
        type=Path,
        help="a folder with a site to begin with, in place of the starting content: "
        "`database` as `pg_dump --format=custom` writes it, `media` and `uploads`",
    )
    return Options(**vars(parser.parse_args(arguments)))
