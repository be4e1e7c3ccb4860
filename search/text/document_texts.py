"""The searchable texts of documents of all types."""

from dataclasses import dataclass

from django.utils import translation

from govlab.delivery.schemas.page import PageDocument

from .normalisation import normalised

# Titles and texts of files.
FileTexts = tuple[tuple[str, str], ...]
# Between files; no normalised text has it, since it is the end of a printed page.
BETWEEN_FILES = "\f"


def in_one_line(text: str) -> str:
    """Its lines with a sign between them: headings and sentences that do not belong together."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return " · ".join(filter(None, lines))


@dataclass(frozen=True)
class Texts:
    """Normalised texts, as shown in results."""

    title: str
    terms: str
    headings: str
    summary: str
    # Everything else, the headings in their places among it. Each text has lines of its own, so
    # that an excerpt ends where a text does.
    body: str
    # Of the files that the page shows: each has its title in the first line.
    files: str = ""

    @property
    def readable(self) -> str:
        """The text to show under the title."""
        return in_one_line("\n".join((self.summary, self.body)))

    @property
    def readable_files(self) -> str:
        """The same files, the text of each in one line."""
        files = [file.partition("\n") for file in self.files.split(BETWEEN_FILES)]
        return BETWEEN_FILES.join(f"{title}{end}{in_one_line(text)}" for title, end, text in files)


def texts_of(document: PageDocument, files: FileTexts = ()) -> Texts:
    with translation.override(document.locale):
        content = "\n".join(filter(None, document.texts()))
    return Texts(
        title=normalised(document.title),
        terms=normalised(", ".join(term.name for term in document.terms)),
        headings=normalised("\n".join(filter(None, document.headings()))),
        summary=normalised(document.summary),
        body=normalised(content),
        files=BETWEEN_FILES.join(
            f"{in_one_line(normalised(title))}\n{normalised(text).replace(BETWEEN_FILES, ' ')}"
            for title, text in files
        ),
    )
