"""The searchable texts of a document of the log, whatever its type."""

from dataclasses import dataclass

from govlab.delivery.schema.page import PageDocument

from .marks import unmarked


@dataclass(frozen=True)
class Texts:
    title: str
    terms: str
    headings: str
    summary: str
    # Everything else, the headings in their places among it.
    body: str

    @property
    def readable(self) -> str:
        """What readers see under a title, in one line."""
        return " ".join(" ".join((self.summary, self.body)).split())


def texts_of(shape: PageDocument) -> Texts:
    return Texts(
        title=unmarked(shape.title),
        terms=unmarked(", ".join(term.name for term in shape.terms)),
        headings=unmarked(" ".join(filter(None, shape.headings()))),
        summary=unmarked(shape.summary),
        body=unmarked(" ".join(filter(None, shape.texts()))),
    )
