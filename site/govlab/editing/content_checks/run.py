from collections.abc import Callable, Iterator
from itertools import chain

from wagtail.models import Page

from ..models import OwnWord
from .draft import Draft, read_draft
from .findings import Finding
from .links import link_texts
from .sentences import long_sentences
from .spelling import OwnWords, misspelt_words
from .structure import heading_order, picture_texts, summaries

CHECKS: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    summaries,
    heading_order,
    picture_texts,
    link_texts,
    long_sentences,
)


def findings_of(page: Page) -> list[Finding]:
    """Run all checks on the page as it stands in memory."""
    draft = read_draft(page)
    words = OwnWord.objects.filter(language=draft.language).values_list("word", flat=True)
    own = OwnWords.of(words, draft.language)
    found = chain.from_iterable(check(draft) for check in CHECKS)
    return [*found, *misspelt_words(draft, own)]
