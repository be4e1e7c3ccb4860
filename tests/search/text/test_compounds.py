import pytest

from search.text.compounds import as_typed, compounds


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Wi-Fi", {"wifi"}),
        ("Wi‑Fi", {"wifi"}),
        ("wi fi", {"wifi"}),
        ("e-pasts", {"epasts"}),
        ("e pasts", {"epasts"}),
        ("COVID-19", {"covid19"}),
        ("state-of-art", {"stateof", "ofart", "stateofart"}),
        ("12 500", {"12500"}),
        ("12\u00a0500", {"12500"}),
        ("12\u2009500", {"12500"}),
        ("12\u202f500", {"12500"}),
        ("12.500", {"12500"}),
        ("12,500", {"12500"}),
        ("12’500", {"12500"}),
        ("1 250 000", {"1250", "250000", "1250000"}),
        ("6701 2345", {"67012345"}),
        ("node.js", {"nodejs"}),
        ("mājas lapās", {"mājaslapās"}),
        ("bez maksas", {"bezmaksas"}),
        ("kiber drošība", {"kiberdrošība"}),
        ("mājas\u00a0 lapās", {"mājaslapās"}),
        # Not one word:
        ("darbnīca bibliotēkā", set()),
        ("12,5", set()),
        ("12.5", set()),
        ("24.12.2026", set()),
        ("gads – mēnesis", set()),
        ("a, b", set()),
        ("un ir", set()),
        ("mājas, lapas", set()),
        ("mājas\nlapas", set()),
        ("12  500", set()),
        ("wi  fi", set()),
        ("25%", set()),
        ("mājas un lapas", set()),
        ("budžets 2026", set()),
    ],
)
def test_what_others_write_as_one_word(text: str, joined: set[str]) -> None:
    assert {"".join(parts) for parts in compounds(text, "lv")} == joined


def test_english_words_that_a_dictionary_has_as_one() -> None:
    text = "A web site, work shops, may be a new project"
    assert list(compounds(text, "en")) == [["web", "site"], ["work", "shops"]]


def test_who_types_may_leave_out_what_stands_before_a_number() -> None:
    assert list(compounds("covid 19", "lv", typed=True)) == [["covid", "19"]]


def test_what_is_typed_apart_is_also_tried_together() -> None:
    assert as_typed("Wi-Fi tīkl", "lv") == [["wi", "fi", "tīkl"], ["wifi", "tīkl"]]
    assert as_typed("tīkls", "lv") == [["tīkls"]]
    assert as_typed(" -", "lv") == []
