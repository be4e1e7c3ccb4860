"""What can be measured, by the name that the command takes."""

from collections.abc import Callable
from dataclasses import replace

from ..answers import Answer, Correction
from ..database import engine as database
from ..database.spelling import correct
from ..question import Question
from .questions import Engine


def with_corrections(search: Engine, better: Callable[[str, str], Correction | None]) -> Engine:
    """As a reader does who finds nothing, or too little, and takes what is offered instead."""

    def ask(question: Question) -> Answer:
        answer = search(question)
        if answer.total and not answer.partial:
            return answer
        correction = better(question.text, question.locale)
        return search(replace(question, text=correction.text)) if correction else answer

    return ask


ENGINES: dict[str, Engine] = {database.NAME: with_corrections(database.search, correct)}
