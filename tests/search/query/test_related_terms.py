from search.query.boosts import DEFAULT
from search.query.expansion import Synonym
from search.query.related_terms import MOST_RELATED_WORDS
from search.query.search_query import SearchQuery

APPRAISAL = Synonym.subject("vadītājs", "atsauksme", "pārrunas", "gada saruna")
MEETING = Synonym.subject("sapulce", "pārrunas", "protokols")


def related(text: str, *rules: Synonym) -> list[tuple[str, tuple[int, ...]]]:
    """The words of each term, with the concepts that it is related to."""
    query = SearchQuery(text, "lv", synonyms=rules)
    return [
        (" ".join(word[0][1:] for word in term.phrase), term.concepts) for term in query.related
    ]


def test_words_of_a_subject_are_related_in_any_form() -> None:
    assert related("vaditaja", APPRAISAL) == [
        ("atsauksme", (0,)),
        ("pa0rrunas", (0,)),
        ("gada saruna", (0,)),
    ]
    assert related("prototips", APPRAISAL) == []


def test_they_are_no_synonyms() -> None:
    query = SearchQuery("vadītājs", "lv", synonyms=[APPRAISAL])
    assert [concept.synonyms for concept in query.concepts] == [()]
    assert not any("pa0rrunas" in token for token in query.highlighted.tokens)


def test_terms_of_more_concepts_come_first_and_weigh_more() -> None:
    query = SearchQuery("vadītājs sapulcē", "lv", synonyms=[APPRAISAL, MEETING])
    first, *others = query.related
    assert (first.phrase[0][0], first.concepts) == ("wpa0rrunas", (0, 1))
    weights = [DEFAULT.of_related(term, query.concepts) for term in query.related]
    assert weights[0] > 2 * max(weights[1:])
    assert len(others) == 3


def test_a_light_word_has_hardly_related_terms() -> None:
    rule = Synonym.subject("cilvēks", "sabiedrība")
    query = SearchQuery("cilvēki bibliotēkā", "lv", synonyms=[rule])
    (term,) = query.related
    assert DEFAULT.of_related(term, query.concepts) < DEFAULT.related / 2


def test_a_synonym_of_a_word_tells_its_subject_too() -> None:
    boss = Synonym.equal("priekšnieks", "vadītājs")
    assert ("atsauksme", (0,)) in related("priekšnieks", boss, APPRAISAL)
    assert "vadi0ta0js" not in [words for words, _ in related("priekšnieks", boss, APPRAISAL)]


def test_phrases_of_the_query_are_words_of_a_subject_as_a_whole() -> None:
    assert related("gada sarunu plāns", APPRAISAL)
    assert related("gada plāns", APPRAISAL) == []


def test_part_of_a_word_is_no_related_term() -> None:
    """Other words of the same stem are not the subject."""
    (term, *_) = SearchQuery("vadītājs", "lv", synonyms=[APPRAISAL]).related
    assert {token[0] for word in term.phrase for token in word} <= {"w", "c", "t"}


def test_their_number_is_limited() -> None:
    asked = [f"slogs{number}" for number in range(8)]
    rules = [Synonym.subject(word, *(f"{word}x{other}" for other in range(20))) for word in asked]
    query = SearchQuery(" ".join(asked), "lv", synonyms=rules)
    assert sum(len(term.phrase) for term in query.related) == MOST_RELATED_WORDS
