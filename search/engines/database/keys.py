"""Keeps the lemmas of pages, and how many pages have each."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db.models import Case, F, When

from search.models import SearchKey, SearchLemma
from search.text.document_texts import Texts
from search.text.tokens import key_tokens

from .among import chunks

# Page id → its language, and its lemmas there.
Keys = Mapping[int, tuple[str, set[str]]]


def keys_of(locale: str, texts: Texts) -> tuple[str, set[str]]:
    return locale, key_tokens(f"{texts.title} {texts.terms} {texts.summary}", locale)


def store(keys: Keys) -> None:
    """Write what differs from the stored keys of the pages. An edit changes few of them."""
    lemmas = _lemmas(keys)
    stored = _stored(keys)
    wanted = {
        (page, lemmas[locale, token]) for page, (locale, tokens) in keys.items() for token in tokens
    }
    gone, new = stored.keys() - wanted, sorted(wanted - stored.keys())
    SearchKey.objects.filter(pk__in=[stored[key] for key in gone]).delete()
    SearchKey.objects.bulk_create(SearchKey(page_id=page, lemma_id=lemma) for page, lemma in new)
    _count(added=(lemma for _, lemma in new), removed=(lemma for _, lemma in gone))


def forget(pages: Collection[int]) -> None:
    stored = _stored(pages)
    SearchKey.objects.filter(page_id__in=pages).delete()
    _count(removed=(lemma for _, lemma in stored))


def _stored(pages: Collection[int]) -> dict[tuple[int, int], int]:
    """Return the ids of the keys by page and lemma."""
    rows = SearchKey.objects.filter(page_id__in=pages).values_list("page_id", "lemma", "pk")
    return {(page, lemma): pk for page, lemma, pk in rows}


def _lemmas(keys: Keys) -> dict[tuple[str, str], int]:
    """Return the ids of all lemmas, new ones included, by language and token."""
    wanted: dict[str, set[str]] = defaultdict(set)
    for locale, tokens in keys.values():
        wanted[locale] |= tokens
    found: dict[tuple[str, str], int] = {}
    for locale, tokens in wanted.items():
        ids = _ids(locale, tokens)
        SearchLemma.objects.bulk_create(
            [SearchLemma(locale=locale, token=token) for token in sorted(tokens - ids.keys())],
            ignore_conflicts=True,
        )
        ids |= _ids(locale, tokens - ids.keys())
        found |= {(locale, token): pk for token, pk in ids.items()}
    return found


def _ids(locale: str, tokens: Collection[str]) -> dict[str, int]:
    of_locale = SearchLemma.objects.filter(locale=locale)
    found: dict[str, int] = {}
    for some in chunks(sorted(tokens)):
        found |= dict(of_locale.filter(token__in=some).values_list("token", "pk"))
    return found


def _count(*, added: Iterable[int] = (), removed: Iterable[int] = ()) -> None:
    change = Counter(added)
    change.subtract(removed)
    changed = [lemma for lemma, difference in change.items() if difference]
    for some in chunks(changed):
        by_difference: dict[int, list[int]] = defaultdict(list)
        for lemma in some:
            by_difference[change[lemma]].append(lemma)
        difference = Case(
            *(When(pk__in=ids, then=number) for number, ids in by_difference.items()), default=0
        )
        SearchLemma.objects.filter(pk__in=some).update(pages=F("pages") + difference)
