"""The database as one of the engines."""

from ..answers import Answer
from ..question import Question
from .engine import search
from .related import related
from .suggestions import suggest


class DatabaseEngine:
    name = "database"

    def search(self, question: Question) -> Answer:
        return search(question)

    def suggest(self, text: str, locale: str, size: int) -> list[int]:
        return suggest(text, locale, size)

    def related(self, page_id: int, locale: str, size: int) -> list[int]:
        return related(page_id, locale, size)
