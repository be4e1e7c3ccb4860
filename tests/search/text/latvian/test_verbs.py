import pytest

from search.text.dictionaries.folding import fold
from search.text.latvian.verb_stems import FIRST, THIRD
from search.text.latvian.verbs import infinitives
from search.text.tokens import index_text, query_terms


def meets(indexed: str, searched: str) -> bool:
    stored = set(index_text(indexed, "lv").split())
    return all(not stored.isdisjoint(group) for group in query_terms(searched, "lv"))


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("nest", "nesu nes nesam nesa nesīs nesdams nesošs nesot nesusi nesīšot"),
        ("iet", "eju ej iet ejam gāju gājusi iešu ies ietu ejot gājis gājuši"),
        ("ņemt", "ņemu ņem ņēma ņēmis ņemšu ņēmuši ņemtas ņemdami"),
        ("pirkt", "pērku pērc pērk pirka pircis pirkusi pirkšu pērkam"),
        ("lūgt", "lūdzu lūdz lūdza lūdzis lūgusi lūgšu"),
        ("celt", "ceļu ceļ cel cēla celiet cēlusi ceļam celšu"),
        ("vērst", "vēršu vērš vērsa vērsīs"),
        ("gulēt", "guļu guļ gulēja"),
        ("pelnīt", "pelnu pelna pelnīja pelnām"),
        ("cienīt", "cienu ciena cienām jāciena"),
    ],
)
def test_forms_of_a_verb_meet(infinitive: str, forms: str) -> None:
    for form in forms.split():
        assert meets(form, infinitive), form
        assert meets(infinitive, form), form
        assert meets(form, fold(infinitive)), form
        assert meets(infinitive, fold(form)), form


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [
        ("jāiet", "iet"),
        ("jāaiziet", "aiziet"),
        ("jāraksta", "rakstīt"),
        ("jāpārraksta", "pārrakstīt"),
        ("neiet", "iet"),
        ("nepērk", "pirkt"),
        ("jānopērk", "nopirkt"),
        ("jāpelna", "pelnīt"),
        ("aizgājušajiem", "aiziet"),
    ],
)
def test_prefixes(form: str, infinitive: str) -> None:
    assert meets(form, infinitive)
    assert meets(infinitive, form)
    assert meets(form, fold(infinitive))


@pytest.mark.parametrize(
    ("form", "other"), [("gāju", "gūt"), ("ceļš", "celt"), ("mija", "mīt"), ("lietus", "likt")]
)
def test_other_words_are_no_forms(form: str, other: str) -> None:
    assert other not in infinitives(form)


def test_every_verb_of_the_list_is_found_by_its_three_basic_forms() -> None:
    for verb in FIRST:
        forms = (verb.infinitive, f"{verb.present}u", f"{verb.past}a", f"{verb.present}ot")
        assert all(verb.infinitive in infinitives(form) for form in forms), verb
    for verb in THIRD:
        assert verb.infinitive in infinitives(f"{verb.present}u")
    entries = [*FIRST, *THIRD]
    assert len(set(entries)) == len(entries) > 250
