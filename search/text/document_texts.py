"""The searchable texts of a document of the log, whatever its type."""

from dataclasses import dataclass

from govlab.delivery.schemas.page import PageDocument

from .normalisation import normalised


def in_one_line(text: str) -> str:
    """Its lines with a sign between them: headings and sentences that do not belong together."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return " · ".join(filter(None, lines))


@dataclass(frozen=True)
class Texts:
    """Normalised, as readers see them in results."""

    title: str
    terms: str
    headings: str
    summary: str
    # Everything else, the headings in their places among it. Each text has lines of its own, so
    # that an excerpt ends where a text does.
    body: str

    @property
    def readable(self) -> str:
        """What readers see under a title."""
        return in_one_line("\n".join((self.summary, self.body)))


def texts_of(document: PageDocument) -> Texts:
    return Texts(
        title=normalised(document.title),
        terms=normalised(", ".join(term.name for term in document.terms)),
        headings=normalised("\n".join(filter(None, document.headings()))),
        summary=normalised(document.summary),
        body=normalised("\n".join(filter(None, document.texts()))),
    )
