"""The texts of the files that a document shows."""

import logging
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone
from pydantic import BaseModel
from wagtail.documents import get_document_model

from govlab.delivery.documents.registry import parse
from govlab.delivery.log.feed import Entry
from govlab.delivery.models import Document
from govlab.delivery.schemas.links import File
from search.models.file_text import FileText, Reason
from search.text.document_texts import FileTexts

from .extraction import extract

logger = logging.getLogger(__name__)

# In characters, of all files of a page together.
MOST_CHARACTERS = 300_000
# A file that took too long is read again with the next version of a page that shows it: the machine
# may have been busy.
READ_AGAIN_AFTER = timedelta(days=1)
# In the JSON of a document that shows files.
_HAS_FILES = '"filename":'
_DIGEST = re.compile(r'"digest":"([0-9a-f]+)"')


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
        if entry.live and _HAS_FILES in entry.json
        for file in files_of(parse(entry.document))
    }
    before = timezone.now() - READ_AGAIN_AFTER
    known = FileText.objects.filter(pk__in=files).exclude(
        reason=Reason.TOO_LARGE, read_at__lt=before
    )
    for digest in files.keys() - set(known.values_list("pk", flat=True)):
        _read(files[digest])


def texts_of_files(files: Sequence[File]) -> FileTexts:
    """Return the titles and texts of the files, as far as they could be read."""
    rows = FileText.objects.filter(pk__in=[file.digest for file in files])
    texts = dict(rows.exclude(text="").values_list("pk", "text"))
    shown = [(file.title, texts[file.digest]) for file in files if file.digest in texts]
    lengths = _shares([len(text) for _, text in shown])
    return tuple(
        (title, text[:length]) for (title, text), length in zip(shown, lengths, strict=True)
    )


def shown_digests() -> set[str]:
    """Return the digests of all files that documents in the log show."""
    found: set[str] = set()
    documents = Document.objects.filter(live=True, json__contains=_HAS_FILES)
    for json in documents.values_list("json", flat=True).iterator(chunk_size=200):
        found.update(_DIGEST.findall(json))
    return found


def purge() -> None:
    """Delete the texts of files that no page shows any more. A periodic task of the worker."""
    gone = set(FileText.objects.values_list("pk", flat=True)) - shown_digests()
    FileText.objects.filter(pk__in=gone).delete()


def _shares(lengths: Sequence[int]) -> list[int]:
    """Return how much of each text is taken: a long one leaves the others their part."""
    left = MOST_CHARACTERS
    taken = [0] * len(lengths)
    for rank, number in enumerate(sorted(range(len(lengths)), key=lengths.__getitem__)):
        taken[number] = min(lengths[number], left // (len(lengths) - rank))
        left -= taken[number]
    return taken


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
    FileText.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["digest"],
        update_fields=["state", "reason", "text", "read_at"],
    )
