"""The database as one of the engines."""

from ..answers import Answer
from ..question import Question
from .engine import search
from .suggestions import suggest


class DatabaseEngine:
    name = "database"

    def search(self, question: Question) -> Answer:
        return search(question)

    def suggest(self, text: str, locale: str, size: int) -> list[int]:
        return suggest(text, locale, size)
