from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from search.engines.database import keys
from search.models import SearchKey, SearchLemma

PAGES = st.sampled_from([1, 2, 3])
TOKENS = st.sets(st.sampled_from("abcde"))


def lemmas_of_pages() -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for page, token in SearchKey.objects.values_list("page_id", "lemma__token"):
        found.setdefault(page, set()).add(token)
    return found


class TestKeys(TestCase):
    @given(st.lists(st.dictionaries(PAGES, st.none() | TOKENS, min_size=1), max_size=6))
    def test_each_lemma_knows_its_number_of_pages(
        self, batches: list[dict[int, set[str] | None]]
    ) -> None:
        expected: dict[int, set[str]] = {}
        for batch in batches:
            stored = {page: tokens for page, tokens in batch.items() if tokens is not None}
            gone = batch.keys() - stored.keys()
            keys.forget(gone)
            keys.store({page: ("lv", tokens) for page, tokens in stored.items()})
            expected = {page: of for page, of in expected.items() if page not in gone} | stored
        assert lemmas_of_pages() == {page: tokens for page, tokens in expected.items() if tokens}
        counted = SearchLemma.objects.filter(pages__gt=0).values_list("token", "pages")
        assert dict(counted) == Counter(token for of in expected.values() for token in of)


@pytest.mark.django_db
def test_languages_share_no_lemma() -> None:
    keys.store({1: ("lv", {"tdati"}), 2: ("en", {"tdati"})})
    assert set(SearchLemma.objects.values_list("locale", "pages")) == {("lv", 1), ("en", 1)}


@pytest.mark.django_db
def test_statements_do_not_grow() -> None:
    def statements(pages: range) -> int:
        with CaptureQueriesContext(connection) as captured:
            keys.store({page: ("lv", {"tkopīgs", f"t{page}"}) for page in pages})
        return len(captured)

    statements(range(1))
    assert statements(range(1, 2)) == statements(range(2, 22))
