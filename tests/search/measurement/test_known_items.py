import pytest

from search.measurement.inflection import Inflection
from search.measurement.known_items import Item, KnownItems
from search.text.dictionaries.folding import fold
from search.text.tokens import index_text, query_terms
from search.text.words import words

ITEMS = [
    Item(
        1,
        "Pašvaldība remontē bibliotēku",
        "Vecāki un skolotāji gaida lasītavu. Darbus sāks pavasarī. Grāmatas glabās noliktavā.",
    ),
    Item(
        2,
        "Ministrija vienkāršo veidlapas",
        "Uzņēmēji pieteikumus raksta īsāk. Kļūdu ir mazāk. Juristi piekrīt izmaiņām.",
    ),
]


@pytest.fixture(scope="module")
def known() -> KnownItems:
    return KnownItems(ITEMS, "lv")


def test_queries_have_no_form_of_the_text_and_still_ask_for_its_words(known: KnownItems) -> None:
    stored = {item.page: f"{item.title} {item.text}" for item in ITEMS}
    for asked in known.queries(2):
        (page,) = asked.grades
        typed = set(words(asked.text, "lv"))
        if "no diacritics" not in asked.kind:
            assert typed.isdisjoint(words(stored[page], "lv")), asked.text
        tokens = set(index_text(stored[page], "lv").split())
        assert all(not tokens.isdisjoint(group) for group in query_terms(asked.text, "lv"))


def test_every_kind_is_there_and_the_same_seed_asks_the_same(known: KnownItems) -> None:
    queries = list(known.queries(2))
    kinds = {asked.kind.partition(",")[0] for asked in queries}
    assert kinds == {"title", "title and text", "text", "a sentence"}
    assert queries == list(KnownItems(ITEMS, "lv").queries(2))
    plain = [asked.text for asked in queries if "no diacritics" in asked.kind]
    assert plain == list(map(fold, plain))


@pytest.mark.parametrize(
    ("word", "other"),
    [("service", "services"), ("bodies", "body"), ("city", "cities"), ("box", "boxes")],
)
def test_english_has_plurals(word: str, other: str) -> None:
    assert Inflection((), "en").others(word, {word}) == [other]


def test_what_has_no_other_form_is_not_asked_for() -> None:
    assert Inflection((), "en").others("class", {"classes"}) == []
    assert Inflection(("diemžēl",), "lv").others("diemžēl", {"diemžēl"}) == []
