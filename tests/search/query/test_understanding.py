from search.query.expansion import MOST_WORDS, Synonym
from search.query.search_query import SearchQuery
from search.query.understanding import Understanding, understanding


def understood(text: str, locale: str = "lv", *synonyms: Synonym) -> Understanding:
    return understanding(SearchQuery(text, locale, synonyms=synonyms))


def test_words_with_the_forms_that_they_are_compared_by() -> None:
    found = understood("kā rakstīt vēstules")
    words = [(word.text, word.base_forms) for each in found.concepts for word in each.words]
    assert ("vēstules", ["vēstule"]) in words
    assert ("rakstīt", ["rakstīt"]) in words
    assert found.stop_words == ["kā"]


def test_without_diacritics_a_word_may_be_several() -> None:
    (concept,) = understood("malas").concepts
    assert len(concept.words[0].base_forms) > 1


def test_a_word_that_no_dictionary_has() -> None:
    unknown, number = understood("qwxyz 2019").concepts
    assert unknown.words[0].is_unknown
    assert not number.words[0].is_unknown


def test_english_has_stems() -> None:
    (concept,) = understood("services", "en").concepts
    assert concept.words[0].base_forms == ["servic"]


def test_synonyms_and_spellings_are_distinguished() -> None:
    rule = Synonym.equal("darbinieks", "štata kolēģis")
    one, other = understood("darbinieki covid19", "lv", rule).concepts
    assert (one.text, one.synonyms, one.spellings) == ("darbinieki", ["štata kolēģis"], [])
    assert (other.synonyms, other.spellings) == ([], ["covid 19"])


def test_a_phrase_of_a_rule_is_one_concept() -> None:
    rule = Synonym(("ideju talka",), ("radošā darbnīca",))
    (concept,) = understood("ideju talkas", "lv", rule).concepts
    assert (concept.text, concept.synonyms) == ("ideju talkas", ["radošā darbnīca"])


def test_quotes_and_exclusions() -> None:
    found = understood('„ideju talka“ -skola darbnīca -"bērnu nams"')
    assert found.quoted == ("ideju talka",)
    assert found.excluded == ("skola", "bērnu nams")
    assert "skola" not in [concept.text for concept in found.concepts]


def test_words_beyond_the_limit_are_named() -> None:
    typed = [f"vārds{number}" for number in range(MOST_WORDS + 2)]
    found = understood(" ".join(typed))
    assert found.ignored == typed[MOST_WORDS:]
    assert found.stop_words == []


def test_only_stop_words_are_searched_for() -> None:
    found = understood("kas ir tas")
    assert [concept.text for concept in found.concepts] == ["kas", "ir", "tas"]
    assert found.stop_words == []


def test_a_date_is_shown_as_it_was_typed() -> None:
    date, word = understood("5.12.2019 sanāksme").concepts
    assert (date.text, date.spellings, date.synonyms) == ("5.12.2019", [], [])
    assert not date.words[0].base_forms
    assert word.text == "sanāksme"
    assert understood("2019. gada 5. decembrī").ignored == []
    (month,) = understood("12.2019").concepts
    assert (month.text, month.spellings) == ("12.2019", ["12 2019"])
    (number,) = understood("+371 67 082 900").concepts
    assert number.text == "+371 67 082 900"
