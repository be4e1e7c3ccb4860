import pytest

from search.query.expansion import (
    MOST_SYNONYM_WORDS,
    Concept,
    Synonym,
    Synonyms,
    concepts,
    phrases_by_meaning,
)

BURDEN = Synonym.equal("administratīvais slogs", "birokrātija")


def asked(found: list[Concept]) -> list[list[str]]:
    """The words of each concept as they were typed."""
    return [[word[0] for word in concept.asked] for concept in found]


def test_without_synonyms_each_word_is_a_concept() -> None:
    found = concepts("mazāk birokrātijas", "lv")
    assert asked(found) == [["wmaza0k"], ["wbirokra0tijas"]]
    assert [concept.synonyms for concept in found] == [(), ()]


def test_any_form_of_a_word_has_its_synonyms() -> None:
    for text in ("birokrātijas", "birokratijai"):
        (found,) = concepts(text, "lv", [BURDEN])
        assert [[word[0] for word in phrase] for phrase in found.synonyms] == [
            ["wadministrati0vais", "wslogs"]
        ]


def test_words_side_by_side_are_one_concept() -> None:
    found = concepts("mazināt administratīvo slogu", "lv", [BURDEN])
    assert asked(found) == [["wmazina0t"], ["wadministrati0vo", "wslogu"]]
    assert len(found[1].synonyms) == 1


def test_part_of_a_phrase_is_not_the_phrase() -> None:
    assert [concept.synonyms for concept in concepts("slogs", "lv", [BURDEN])] == [()]


def test_one_way() -> None:
    rule = Synonym(("ideju talka",), ("radošā darbnīca",))
    assert len(concepts("ideju talkā", "lv", [rule])[0].synonyms) == 1
    assert all(not concept.synonyms for concept in concepts("radošā darbnīca", "lv", [rule]))


def test_an_empty_rule_changes_nothing() -> None:
    assert concepts("slogs", "lv", [Synonym(("", "…"), ("slogs",))]) == concepts("slogs", "lv")


def test_synonyms_of_many_words_do_not_multiply_without_end() -> None:
    means = tuple(f"viens{number} divi{number} trīs{number}" for number in range(8))
    asked = [f"slogs{number}" for number in range(8)]
    found = concepts(" ".join(asked), "lv", [Synonym((word,), means) for word in asked])
    words = [word for concept in found for synonym in concept.synonyms for word in synonym]
    assert len(words) == MOST_SYNONYM_WORDS
    assert [concept.asked[0][0] for concept in found] == [f"w{word}" for word in asked]


@pytest.mark.parametrize(
    ("rule", "text"), [("Wi-Fi", "wifi"), ("wifi", "wi fi"), ("wi fi", "wi-fi")]
)
def test_rules_in_any_spelling(rule: str, text: str) -> None:
    found = concepts(f"{text} skolā", "lv", [Synonym((rule,), ("bezvadu tīkls",))])
    assert [word[0] for word in found[0].synonyms[-1]] == ["wbezvadu", "wti0kls"]
    assert [word[0] for word in found[-1].asked] == ["wskola0"]


def test_a_text_as_a_query_is_cut() -> None:
    text = " ".join(f"vārds{number}" for number in range(100))
    assert len(concepts(text, "lv")) == 16


WITH = Synonym.equal("cooperation", "work with")
OWN = Synonym(("my data",), ("privacy",))
TALK = Synonym(("one to one",), ("conversation",))


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("how can we work with you", WITH, True),
        ("working with the laboratory", WITH, True),
        ("how does work change", WITH, False),
        ("work", WITH, False),
        ("where is my data stored", OWN, True),
        ("open data", OWN, False),
        ("data my", OWN, False),
        ("a one-to-one with the manager", TALK, True),
        ("one to another", TALK, False),
        ("one", TALK, False),
    ],
)
def test_stop_words_of_a_set_phrase_must_be_there(text: str, rule: Synonym, found: bool) -> None:
    assert any(concept.synonyms for concept in concepts(text, "en", [rule])) is found


def test_stop_words_of_a_longer_phrase_need_not_be_there() -> None:
    rule = Synonym(("darbs ar klientu",), ("apkalpošana",))
    (found,) = concepts("darbā klientam", "lv", [rule])
    assert len(found.synonyms) == 1


def test_a_set_phrase_without_its_diacritics() -> None:
    rule = Synonym(("kā piekļūt",), ("pieeja",))
    assert concepts("ka pieklut", "lv", [rule])[0].synonyms
    assert not concepts("pieklut", "lv", [rule])[0].synonyms


def test_sets_that_are_equal_are_looked_up_alike() -> None:
    sets = [Synonym.equal("slogs", "nasta"), Synonym.subject("slogs", "birokrātija")]
    first, second = Synonyms(sets), Synonyms(sets)
    assert first == second == tuple(sets)
    assert hash(first) == hash(second) == hash(tuple(sets))
    assert Synonyms.of(first) is first
    assert phrases_by_meaning(first, "lv") is phrases_by_meaning(second, "lv")
    assert first != Synonyms(sets[:1])


def test_a_list_that_changes_is_read_again() -> None:
    sets = [Synonym.equal("slogs", "nasta")]
    (before,) = concepts("slogs", "lv", sets)
    sets.append(Synonym.equal("slogs", "krava"))
    (after,) = concepts("slogs", "lv", sets)
    assert len(after.synonyms) == len(before.synonyms) + 1
