from itertools import product

from search.expansion import Concept, Synonym, concepts, conjunction

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


def test_conjunction_means_the_same() -> None:
    found = concepts("birokrātija iestādē", "lv", [BURDEN])
    groups = conjunction(found)
    tokens = sorted({token for group in groups for token in group})[:12]
    for present in product([False, True], repeat=len(tokens)):
        stored = {token for token, there in zip(tokens, present, strict=True) if there}
        expected = all(
            any(
                all(not stored.isdisjoint(word) for word in phrase)
                for phrase in (concept.asked, *concept.synonyms)
            )
            for concept in found
        )
        assert all(not stored.isdisjoint(group) for group in groups) is expected


def test_synonyms_of_many_words_do_not_multiply_without_end() -> None:
    others = [f"viens{number} divi{number} trīs{number}" for number in range(8)]
    (found,) = concepts("slogs", "lv", [Synonym(("slogs",), tuple(others))])
    assert len(found.synonyms) == 8
    assert len(conjunction([found])) == 27


def test_a_text_as_a_question_is_cut() -> None:
    text = " ".join(f"vārds{number}" for number in range(100))
    assert len(concepts(text, "lv")) == 16
