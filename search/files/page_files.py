"""The texts of the files that a document shows."""

import logging
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from wagtail.documents import get_document_model

from govlab.delivery.documents.registry import parse
from govlab.delivery.log.feed import Entry
from govlab.delivery.schemas.links import File
from search.models.file_text import FileText
from search.text.document_texts import FileTexts

from .extraction import extract

logger = logging.getLogger(__name__)

# In characters, of all files of a page together.
MOST_CHARACTERS = 300_000


def files_of(document: Any) -> Iterator[File]:
    """Yield the files anywhere in a document, each once."""
    seen: set[str] = set()
    for file in _files(document):
        if file.digest and file.digest not in seen:
            seen.add(file.digest)
            yield file


def prepare(entries: Iterable[Entry]) -> None:
    """Read the files of the entries that were not read yet. It may take seconds for each, so it is
    no part of a transaction."""
    files = {
        file.digest: file
        for entry in entries
        # Most documents have no files, and need not be parsed for that.
        if entry.live and '"filename":' in entry.json
        for file in files_of(parse(entry.document))
    }
    known = FileText.objects.filter(pk__in=files).values_list("pk", flat=True)
    for digest in files.keys() - set(known):
        _read(files[digest])


def texts_of_files(files: Sequence[File]) -> FileTexts:
    """Return the titles and texts of the files, as far as they could be read."""
    rows = FileText.objects.filter(pk__in=[file.digest for file in files])
    texts = dict(rows.exclude(text="").values_list("pk", "text"))
    found, left = [], MOST_CHARACTERS
    for file in files:
        if text := texts.get(file.digest, "")[:left]:
            found.append((file.title, text))
            left -= len(text)
    return tuple(found)


def purge() -> None:
    """Delete the texts of files that are gone. A periodic task of the worker."""
    present = get_document_model().objects.values("file_hash")
    FileText.objects.exclude(pk__in=present).delete()


def _files(value: Any) -> Iterator[File]:
    if isinstance(value, File):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _files(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            yield from _files(item)


def _read(file: File) -> None:
    """Store what is read. A file that is not in the storage is tried again with the next entry."""
    document = get_document_model().objects.filter(pk=file.id, file_hash=file.digest).first()
    if document is None:
        return
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory, "file")
        try:
            with document.file.open("rb") as source, path.open("wb") as copy:
                shutil.copyfileobj(source, copy)
        except OSError as error:
            logger.warning("The file %s cannot be opened for search: %s", file.id, error)
            return
        found = extract(path, file.filename)
    row = FileText(digest=file.digest, state=found.state, reason=found.reason, text=found.text)
    FileText.objects.bulk_create([row], ignore_conflicts=True)
