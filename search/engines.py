"""What every engine can do."""

from typing import Protocol

from .answers import Answer
from .question import Question


class Engine(Protocol):
    """Pages are named by id. Where its server fails, a method raises EngineError, nothing else."""

    name: str

    def search(self, question: Question) -> Answer:
        """A question without a word finds everything, the newest first."""

    def suggest(self, text: str, locale: str, size: int) -> list[int]:
        """Pages that have words beginning with those typed, in the title, a term or a heading."""


class EngineError(Exception):
    """The engine cannot answer now; another one may."""


class RefusedQuestionError(EngineError):
    """The engine works, and does not take this request: the fault is ours or the reader's."""
