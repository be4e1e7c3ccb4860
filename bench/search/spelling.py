"""Measures “did you mean” on a vocabulary of many words, in a transaction that is undone.

Words are forms of the Latvian dictionary, all of them different; slips are those that people make.
Prints figures as JSON. Run under Django's settings.
"""

import json
import random
import sys
import time
from collections.abc import Callable
from itertools import islice

import django

SLIPS = 500
LOCALE = "lv"
LETTERS = "abcdefghijklmnoprstuvz"


def words(count: int) -> list[str]:
    """As many forms, of dictionary words in a random order."""
    from search.text.dictionaries.forms import paradigms

    known = [
        form
        for _, forms in paradigms()
        for form in forms
        if form.isalpha() and form.islower() and len(form) > len("vai")
    ]
    chosen = list(dict.fromkeys(known))
    random.Random(7).shuffle(chosen)
    return list(islice(chosen, count))


def slip(word: str, chance: random.Random) -> str:
    """The word with a letter wrong, missing, doubled or swapped; long words with two at times."""
    if len(word) > 9 and chance.random() < 0.3:
        word = slip(word[:6], chance) + word[6:]
    place = chance.randrange(len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    return chance.choice(
        [
            before + chance.choice(LETTERS) + after,
            before + after,
            before + letter * 2 + after,
            before + after[:1] + letter + after[1:],
        ]
    )


def milliseconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1000


def measure(count: int) -> dict[str, float]:
    from django.db import connection, transaction

    from search.engines.database.spelling import close_words
    from search.engines.database.vocabulary import learn
    from search.models import SearchPrefixRest, SearchWord

    vocabulary, chance = words(count), random.Random(8)
    asked = [(word, slip(word, chance)) for word in chance.sample(vocabulary, SLIPS)]
    with transaction.atomic():
        SearchWord.objects.all().delete()
        SearchPrefixRest.objects.all().delete()
        learned = milliseconds(lambda: learn(LOCALE, vocabulary))
        again = milliseconds(lambda: learn(LOCALE, vocabulary[:300]))
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        found, times = 0, []
        for word, typed in asked:
            close: dict[str, float] = {}
            times.append(milliseconds(lambda: close.update(close_words(typed, LOCALE))))  # noqa: B023
            found += word in close
        figures = {
            "words": SearchWord.objects.count(),
            "rows": SearchPrefixRest.objects.count(),
            "learned_seconds": round(learned / 1000, 1),
            "known_page_ms": round(again, 1),
            "p50_ms": round(sorted(times)[SLIPS // 2], 2),
            "p95_ms": round(sorted(times)[SLIPS * 95 // 100], 2),
            "found": found / SLIPS,
            "megabytes": round(_bytes() / 1e6, 1),
        }
        transaction.set_rollback(True)
    return figures


def _bytes() -> int:
    """The size of both tables with their indexes; 0 where the database does not tell."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_total_relation_size('search_searchprefixrest') "
            "+ pg_total_relation_size('search_searchword')"
        )
        return int(cursor.fetchone()[0])


if __name__ == "__main__":
    django.setup()
    print(json.dumps(measure(int(sys.argv[1]))))
