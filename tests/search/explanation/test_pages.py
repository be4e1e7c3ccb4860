from search.explanation.pages import ShownPage
from search.text.tokens import COMPOUND, FOLDED_LEMMA, LEMMA, WORD, query_word


def forms(typed: str, text: str, locale: str = "lv") -> dict[str, list[str]]:
    page = ShownPage("", "", "", locale, {"body": text})
    return page.forms(tuple(query_word(typed, locale)), "body")


def test_forms_by_how_sure_they_are() -> None:
    assert forms("vēstule", "Vēstules, vēstule; cita vēstules un Vēstulei.") == {
        WORD: ["vēstule"],
        LEMMA: ["Vēstules", "Vēstulei"],
    }


def test_with_other_diacritics_or_only_in_another_form() -> None:
    assert forms("vestulei", "Vēstules") == {FOLDED_LEMMA: ["Vēstules"]}
    assert forms("pakalpojumiem", "Pakalpojumā") == {LEMMA: ["Pakalpojumā"]}


def test_what_is_written_apart_is_shown_as_it_is() -> None:
    assert forms("wifi", "Bezmaksas Wi-Fi tīkls")[COMPOUND] == ["Wi-Fi"]


def test_a_text_without_the_word_and_one_that_is_not_there() -> None:
    assert forms("maize", "Cits teksts") == {}
    assert ShownPage("", "", "", "lv", {}).forms(("wmaize",), "body") == {}
