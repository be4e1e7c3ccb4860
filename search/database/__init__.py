"""The database as a search engine."""

from ..answers import Answer, Correction
from ..question import Question


class DatabaseEngine:
    name = "database"

    def search(self, question: Question) -> Answer:
        from .engine import search

        return search(question)

    def suggest(self, text: str, locale: str, size: int) -> list[int]:
        return []

    def correct(self, text: str, locale: str) -> Correction | None:
        return None

    def related(self, page_id: int, locale: str, size: int) -> list[int]:
        return []
