"""A reader's question with all that belongs to its answer, from whichever engine answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from django.conf import settings

from . import choice, gaps, rules
from .answers import Answer, Correction
from .engines import Engine
from .lemmas import words
from .normalisation import normalised
from .question import FACETS, LONGEST_QUESTION, Choices, Question
from .spelling import correct

NOTHING = Answer((), 0, {name: [] for name in FACETS})
# With fewer pages than this a reader is offered other words and the other language.
FEW = 3


@dataclass(frozen=True)
class Elsewhere:
    """What the question finds in another language of the site."""

    locale: str
    answer: Answer


@dataclass(frozen=True)
class Outcome:
    question: Question
    answer: Answer
    # A better question, and what it finds; the latter where the question as asked finds nothing.
    correction: Correction | None = None
    corrected: Answer | None = None
    # Languages in which it finds more.
    elsewhere: Sequence[Elsewhere] = ()
    engine: str = ""
    # Whether another engine was meant to answer and could not.
    degraded: bool = False


def answer(
    text: str, locale: str, chosen: Choices, *, page: int, size: int, client: str
) -> Outcome:
    """Raises QuestionError. A question that found nothing is counted for the editors.

    `client` is the address of who asks; it is kept nowhere.
    """
    question = Question(
        text,
        locale,
        chosen,
        synonyms=rules.synonyms(locale),
        promoted=rules.promoted(text, locale),
        page=page,
        size=size,
    )
    answered = choice.ask(lambda engine: _outcome(engine, question))
    outcome = replace(answered.value, engine=answered.engine, degraded=answered.degraded)
    found = outcome.answer.total and not outcome.answer.partial
    if not found and text.strip() and page == 1 and not (any(chosen.values()) or question.promoted):
        gaps.note(text, locale, client)
    return outcome


def _outcome(engine: Engine, question: Question) -> Outcome:
    if question.text and not words(question.text, question.locale):
        return Outcome(question, NOTHING)  # Signs alone ask for nothing.
    found = engine.search(question)
    if not question.text or (found.total >= FEW and not found.partial):
        return Outcome(question, found)
    correction = correct(question.text, question.locale)
    better = replace(question, text=correction.text, page=1) if correction else None
    return Outcome(
        question,
        found,
        correction,
        engine.search(better) if better and not found.total else None,
        [*_elsewhere(engine, question, found)],
    )


def _elsewhere(engine: Engine, question: Question, found: Answer) -> Iterator[Elsewhere]:
    """Facets are left out: their values are slugs of one language."""
    for locale, _ in settings.LANGUAGES:
        if locale == question.locale:
            continue
        there = engine.search(Question(question.text, locale, size=FEW, now=question.now))
        if there.total > (0 if found.partial else found.total) and not there.partial:
            yield Elsewhere(locale, there)


def suggestions(text: str, locale: str, size: int) -> choice.Answered[list[int]]:
    text = normalised(text)[:LONGEST_QUESTION]
    return choice.ask(lambda engine: engine.suggest(text, locale, size))
