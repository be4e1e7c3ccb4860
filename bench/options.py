"""What a run may be told."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    items: int
    seconds: int
    rounds: int
    connections: int
    documents: int
    skip: tuple[str, ...] = ()


PARTS = ("queries", "load", "publishing", "scale")


def parse(arguments: Sequence[str]) -> Options:
    parser = argparse.ArgumentParser(
        prog="make bench", description="Measures the API beside stock Wagtail."
    )
    parser.add_argument("--items", type=positive, default=1000, help="news items a locale")
    parser.add_argument("--seconds", type=positive, default=3, help="of each measurement")
    parser.add_argument("--rounds", type=positive, default=3, help="measurements of each call")
    parser.add_argument("--connections", type=positive, default=4, help="clients at once")
    parser.add_argument(
        "--documents", type=positive, default=100_000, help="documents of the large scale"
    )
    parser.add_argument("--skip", choices=PARTS, action="append", default=[], help="leave out")
    given = vars(parser.parse_args(arguments))
    return Options(**given | {"skip": tuple(given["skip"])})


def positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)
