"""The starting content: loaded once in a run of the tests, and copied for each test after that."""

import fcntl
import os
import pickle
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.test import TestCase

from tests.factories import remove_home

from . import snapshot
from .indexing import indexing
from .search.indexed import bring_up_to_date


def load() -> str:
    """What the command printed, with all carried out that waits for a commit or for the worker."""
    output = StringIO()
    remove_home()
    with indexing(), TestCase.captureOnCommitCallbacks(execute=True):
        call_command("load_starting_content", stdout=output)
    bring_up_to_date()
    return output.getvalue()


@contextmanager
def starting_content(shared: Path) -> Iterator[str]:
    """In the database and among the files, in place of what is there.

    `shared`: where all processes of this run find what the first of them loaded.
    """
    if not snapshot.possible():
        yield load()
        return
    roots = [Path(settings.MEDIA_ROOT), Path(settings.GOVLAB_UPLOADS_ROOT)]
    with ExitStack() as stack:
        for root in roots:
            stack.enter_context(_emptied(root))
        _load_once(shared, roots)
        for root in roots:
            # Storages never write into a file that is there, so links do as copies.
            shutil.copytree(shared / root.name, root, copy_function=os.link, dirs_exist_ok=True)
        snapshot.restore(pickle.loads((shared / "rows").read_bytes()), analyze=True)  # noqa: S301
        yield (shared / "output").read_text(encoding="utf-8")
    snapshot.forget()


def _load_once(shared: Path, roots: list[Path]) -> None:
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "rows").exists():
            (shared / "output").write_text(load(), encoding="utf-8")
            for root in roots:
                root.rename(shared / root.name)
            unfinished = shared / "unfinished"
            unfinished.write_bytes(pickle.dumps(snapshot.take()))
            unfinished.rename(shared / "rows")


@contextmanager
def _emptied(directory: Path) -> Iterator[None]:
    aside = directory.with_name(f"{directory.name}-aside")
    directory.rename(aside)
    directory.mkdir()
    try:
        yield
    finally:
        shutil.rmtree(directory)
        aside.rename(directory)
