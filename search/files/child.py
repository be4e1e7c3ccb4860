"""The process that reads one file: `python -m search.files.child PATH NAME`.

It prints each part of the text as a JSON string in a line of its own, as soon as it is read, and at
the end an object with the reason why it is not all of the text. So what was read is not lost if
the system ends the process. It limits itself, so that a file can neither fill the memory nor the
disk of the worker.
"""

import json
import logging
import resource
import signal
import sys
import warnings
from pathlib import Path
from typing import Any

from .errors import NoTextFormatError, OutOfTimeError, UnreadableError

MOST_MEMORY_BYTES = 768 * 1024 * 1024
MOST_CPU_SECONDS = 20
# Then what has been read is printed; the other limits end the process.
READS_CPU_SECONDS = 15.0
READS_SECONDS = 25.0


def main(path: str, name: str) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_SECONDS, MOST_CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for limit, sent, seconds in (
        (signal.ITIMER_PROF, signal.SIGPROF, READS_CPU_SECONDS),
        (signal.ITIMER_REAL, signal.SIGALRM, READS_SECONDS),
    ):
        signal.signal(sent, _stop)
        signal.setitimer(limit, seconds)
    # What libraries say of a broken file is of no use to anybody.
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")

    _print({"reason": _reason(path, name)})


def _reason(path: str, name: str) -> str:
    try:
        # Takes time and memory itself.
        from .formats import read

        return read(Path(path), name, _print).reason
    except UnreadableError as error:
        return error.reason
    except NoTextFormatError:
        return "no_text_format"
    except (OutOfTimeError, MemoryError):
        return "too_large"
    except Exception:  # Libraries raise anything when files are broken.
        return "broken"
    finally:
        _stop_timers()


def _print(said: str | dict[str, str]) -> None:
    sys.stdout.write(f"{json.dumps(said)}\n")
    sys.stdout.flush()


def _stop(*_: Any) -> None:
    _stop_timers()
    raise OutOfTimeError


def _stop_timers() -> None:
    for timer in (signal.ITIMER_PROF, signal.ITIMER_REAL):
        signal.setitimer(timer, 0)


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    main(*sys.argv[1:3])
