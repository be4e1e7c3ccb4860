"""How a query is understood, in words that people can read."""

from dataclasses import dataclass

from search.text.base_forms import base_forms
from search.text.canonical import canonical
from search.text.stop_words import STOP_WORDS
from search.text.tokens import COMPOUND, WORD, dates, token, without_diacritics
from search.text.words import words

from .expansion import Concept
from .phrases import Phrase, Word, phrase
from .related_terms import certain
from .search_query import SearchQuery


@dataclass(frozen=True)
class UnderstoodWord:
    text: str
    # Empty if no dictionary has the word.
    base_forms: list[str]

    @property
    def is_unknown(self) -> bool:
        return not self.base_forms and self.text.isalpha()


@dataclass(frozen=True)
class UnderstoodConcept:
    words: list[UnderstoodWord]
    # Of editors' rules.
    synonyms: list[str]
    # The same written as one word or as several.
    spellings: list[str]
    # Of editors' rules, for a query that few pages have the words of.
    related: list[str]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True)
class Understanding:
    concepts: list[UnderstoodConcept]
    stop_words: list[str]
    # Beyond the number of words that a query may have.
    ignored: list[str]
    quoted: tuple[str, ...]
    excluded: tuple[str, ...]


class Readable:
    """The texts that the tokens of a query were made of."""

    def __init__(self, query: SearchQuery) -> None:
        self.locale = query.locale
        means = [text for rule in query.synonyms if not rule.related for text in rule.means]
        self.synonyms = {phrase(text, query.locale): text for text in means}
        terms = [text for rule in query.synonyms if rule.related for text in rule.means]
        self.related = {certain(phrase(text, query.locale)): text for text in terms}
        typed = words(" ".join([query.syntax.text, *means]), query.locale)
        self._words = {token(WORD, word): word for word in typed}
        # Dates and telephone numbers as they were typed.
        for found in canonical(query.syntax.text, query.locale):
            written = query.syntax.text[found.start : found.end]
            self._words |= {token(COMPOUND, form): written for form in found.forms}

    def word(self, word: Word) -> str:
        """Return the word; of another spelling, which nobody typed, without diacritics."""
        return self._words.get(word[0]) or without_diacritics(word[0])[1:]

    def phrase(self, words: Phrase) -> str:
        return (
            self.synonyms.get(words) or self.related.get(words) or " ".join(map(self.word, words))
        )


def understanding(query: SearchQuery) -> Understanding:
    readable = Readable(query)
    asked = {word[0] for concept in query.concepts for word in concept.asked}
    asked |= {word for date in dates(query.syntax.text, query.locale) for word in date.words}
    typed = dict.fromkeys(words(query.syntax.text, query.locale))
    others = [word for word in typed if token(WORD, word) not in asked]
    never = STOP_WORDS[query.locale]
    return Understanding(
        concepts=[
            _concept(
                concept,
                [term.phrase for term in query.related if at in term.concepts],
                readable,
            )
            for at, concept in enumerate(query.concepts)
        ],
        stop_words=[word for word in others if word in never],
        ignored=[word for word in others if word not in never],
        quoted=query.syntax.quoted,
        excluded=query.syntax.excluded,
    )


def _concept(concept: Concept, related: list[Phrase], readable: Readable) -> UnderstoodConcept:
    typed = [readable.word(word) for word in concept.asked]
    synonyms = [each for each in concept.synonyms if each in readable.synonyms]
    return UnderstoodConcept(
        # A date has none.
        [
            UnderstoodWord(word, base_forms(word, readable.locale) if word.isalnum() else [])
            for word in typed
        ],
        [readable.phrase(each) for each in synonyms],
        [readable.phrase(each) for each in concept.synonyms if each not in synonyms],
        list(map(readable.phrase, related)),
    )
