"""The process that reads one file: `python -m search.files.child PATH NAME`. Prints JSON.

It limits itself, so that a file can neither fill the memory nor the disk of the worker.
"""

import json
import logging
import resource
import sys
import warnings
from pathlib import Path

MOST_MEMORY_BYTES = 768 * 1024 * 1024
MOST_CPU_SECONDS = 20


def main(path: str, name: str) -> dict[str, str]:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_SECONDS, MOST_CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What libraries say of a broken file is of no use to anybody.
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")

    from .errors import NoTextFormatError, UnreadableError
    from .formats import read

    try:
        return {"text": read(Path(path), name)}
    except UnreadableError as error:
        return {"reason": error.reason}
    except NoTextFormatError:
        return {"reason": "no_text_format"}
    except MemoryError:
        return {"reason": "too_large"}
    except Exception:  # Libraries raise anything when files are broken.
        return {"reason": "broken"}


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    sys.stdout.write(json.dumps(main(*sys.argv[1:3])))
