"""The engines as readers meet them, by the name that the settings give them."""

from dataclasses import replace

from ..answers import Answer
from ..choice import ENGINES
from ..question import Question
from ..spelling import correct
from .questions import Engine


def as_asked(name: str) -> Engine:
    """As a reader does who finds nothing, or too little, and takes what is offered instead."""

    def ask(question: Question) -> Answer:
        engine = ENGINES[name]()
        answer = engine.search(question)
        if answer.total and not answer.partial:
            return answer
        correction = correct(question.text, question.locale)
        return engine.search(replace(question, text=correction.text)) if correction else answer

    return ask
