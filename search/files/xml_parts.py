"""Reads the XML of office files piece by piece: what came before damage or a limit is not lost."""

import zipfile
from collections.abc import Iterator
from xml.sax.handler import ContentHandler

from defusedxml import sax

from .errors import OutOfTimeError

PIECE_BYTES = 64 * 1024


class Collector(ContentHandler):
    """Collects text, which is taken from it now and then."""

    def __init__(self) -> None:
        super().__init__()
        self._done: list[str] = []

    def taken(self) -> str:
        done, self._done = self._done, []
        return "".join(done)


def collected(archive: zipfile.ZipFile, name: str, collector: Collector) -> Iterator[str]:
    """Yield the text of the part of this name."""
    try:
        for _ in fed(archive, name, collector):
            yield collector.taken()
    except (Exception, OutOfTimeError):
        yield collector.taken()
        raise


def fed(archive: zipfile.ZipFile, name: str, handler: ContentHandler) -> Iterator[None]:
    """Yield after each piece."""
    parser = sax.make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(handler)
    with archive.open(name) as file:
        while piece := file.read(PIECE_BYTES):
            parser.feed(piece)
            yield
    parser.close()
    yield
