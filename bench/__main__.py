import sys

from tools import processes
from tools.environment import ROOT, ensure

from .options import parse


def main(arguments: list[str]) -> int:
    processes.leave_on_signals()
    parse(arguments)  # complains before anything is installed
    python = ensure(ROOT / "requirements.txt")
    return processes.run([python, "-m", "bench.session", *arguments], grace=60)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
