"""What editors decided about questions, read anew for each search: it takes effect at once."""

from collections.abc import Iterator

from .expansion import Phrase, Synonym, phrase, same
from .models import PromotedPage, Promotion, SearchSynonym
from .models.phrases import phrases


def synonyms(locale: str) -> list[Synonym]:
    return [row.as_rule() for row in SearchSynonym.objects.filter(locale=locale)]


def promoted(text: str, locale: str) -> list[int]:
    """Page ids, first things first. A withdrawn page stays among them: no engine finds it."""
    asked = phrase(text, locale)
    return list(dict.fromkeys(_pages_for(asked, locale))) if asked else []


def _pages_for(asked: Phrase, locale: str) -> Iterator[int]:
    rows = (
        PromotedPage.objects.filter(
            promotion__in=Promotion.objects.current(), promotion__locale=locale
        )
        .order_by("promotion", "sort_order")
        .values_list("promotion__questions", "page_id")
    )
    answers: dict[str, bool] = {}
    for questions, page in rows:
        if questions not in answers:
            answers[questions] = asks_one_of(asked, phrases(questions), locale)
        if answers[questions]:
            yield page


def asks_one_of(asked: Phrase, questions: list[str], locale: str) -> bool:
    return any(same(asked, phrase(question, locale)) for question in questions)
