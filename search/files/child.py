"""The process that reads one file: `python -m search.files.child PATH NAME`. Prints JSON.

It limits itself, so that a file can neither fill the memory nor the disk of the worker.
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


def main(path: str, name: str) -> dict[str, str]:
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

    try:
        # Takes time and memory itself.
        from .formats import read

        text, reason = read(Path(path), name)
        return {"text": text, "reason": reason}
    except UnreadableError as error:
        return {"reason": error.reason}
    except NoTextFormatError:
        return {"reason": "no_text_format"}
    except (OutOfTimeError, MemoryError):
        return {"reason": "too_large"}
    except Exception:  # Libraries raise anything when files are broken.
        return {"reason": "broken"}
    finally:
        _stop_timers()


def _stop(*_: Any) -> None:
    _stop_timers()
    raise OutOfTimeError


def _stop_timers() -> None:
    for timer in (signal.ITIMER_PROF, signal.ITIMER_REAL):
        signal.setitimer(timer, 0)


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    sys.stdout.write(json.dumps(main(*sys.argv[1:3])))
