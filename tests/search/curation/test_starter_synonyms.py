"""The starter set is data of the editors: loaded once, and never over what they wrote."""

from io import StringIO
from itertools import combinations

import pytest
from django.core.management import call_command

from search.curation import rules
from search.curation.starter_synonyms import LOCALES, load, starter_synonyms
from search.models import SearchSynonym
from search.models.phrases import phrases
from search.query.expansion import concepts

pytestmark = pytest.mark.django_db


def loaded(**options: bool) -> str:
    output = StringIO()
    call_command("load_search_synonyms", stdout=output, **options)
    return output.getvalue()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_sets_are_valid_and_none_is_there_twice(locale: str) -> None:
    sets = [(row.kind, frozenset(phrases(row.words))) for row in starter_synonyms(locale)]
    assert len(sets) >= 40
    for (kind, words), (other_kind, others) in combinations(sets, 2):
        assert kind != other_kind or not (words <= others or others <= words), words | others


def test_it_is_loaded_once() -> None:
    assert "sets of synonyms added" in loaded()
    SearchSynonym.objects.filter(words__contains="sīkdatne").delete()
    before = SearchSynonym.objects.count()
    assert "nothing was changed" in loaded()
    assert SearchSynonym.objects.count() == before


def test_what_editors_wrote_has_priority() -> None:
    own = SearchSynonym.objects.create(locale="lv", words="cepums\nsīkdatnes")
    loaded(add=True)
    assert SearchSynonym.objects.get(pk=own.pk).words == "cepums\nsīkdatnes"
    assert not SearchSynonym.objects.filter(locale="lv", words__contains="cookies").exists()
    assert load("lv") == 0


def test_related_terms_are_added_to_sites_that_have_synonyms() -> None:
    """They share words with synonyms, and with each other."""
    loaded()
    related = SearchSynonym.objects.filter(kind="related")
    number = related.count()
    assert number >= 200
    related.delete()
    assert "nothing was changed" in loaded()
    assert not related.exists()
    loaded(add=True)
    assert related.count() == number
    assert load("lv") == load("en") == 0


def test_a_subject_that_editors_wrote_has_priority() -> None:
    (subject, *_) = (row for row in starter_synonyms("lv") if row.kind == "related")
    words = phrases(subject.words)
    own = "\n".join([*words[: len(words) // 2 + 1], "cepums"])
    SearchSynonym.objects.create(locale="lv", kind="related", words=own)
    SearchSynonym.objects.create(locale="lv", kind="related", words="cepums\nsīkdatnes")
    loaded(add=True)
    related = SearchSynonym.objects.filter(locale="lv", kind="related")
    assert not related.filter(words=subject.words).exists()
    assert related.filter(words__contains="sīkdatne\n").exists()


def test_readers_own_words_find_those_of_the_pages() -> None:
    loaded()
    for typed, meant in [("cookies", "wsi0kdatne"), ("nodarbinātajiem", "wdarbinieks")]:
        (concept,) = concepts(typed, "lv", rules.synonyms("lv"))
        assert meant in {word[0] for phrase in concept.synonyms for word in phrase}
    (concept,) = concepts("companies", "en", rules.synonyms("en"))
    assert "wbusiness" in {word[0] for phrase in concept.synonyms for word in phrase}
