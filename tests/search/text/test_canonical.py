from itertools import permutations
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.expansion import concepts
from search.query.phrases import Word
from search.text.canonical import canonical
from search.text.tokens import index_text

YEAR = st.integers(1900, 2099)
MONTH = st.integers(1, 12)
LATVIAN = [
    "janvāris",
    "februāris",
    "marts",
    "aprīlis",
    "maijs",
    "jūnijs",
    "jūlijs",
    "augusts",
    "septembris",
    "oktobris",
    "novembris",
    "decembris",
]
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def meets(indexed: str, searched: str, locale: str = "lv") -> bool:
    stored = set(index_text(indexed, locale).split())

    def has(word: Word) -> bool:
        return not stored.isdisjoint(word)

    return all(
        any(all(map(has, phrase)) for phrase in (concept.asked, *concept.synonyms))
        for concept in concepts(searched, locale)
    )


@pytest.mark.parametrize(
    ("locale", "ways"),
    [
        ("lv", "2019. gada decembrī|12.2019|2019-12|decembris 2019|2019.g. decembris"),
        ("lv", "2019. gada 31. decembrī|31.12.2019.|2019-12-31"),
        ("lv", "+371 67082900|67082900|67 082 900|6708 2900|0037167082900|(+371) 67-082-900"),
        ("lv", "+371\u00a067\u00a0082\u00a0900|67.082.900|67082900"),
        ("lv", "2019. gada  5. decembrī|5. 12. 2019.|2019.12.05|2019/12/05|5. decembrī, 2019"),
        ("lv", "2019 decembris|2019. gada\ndecembrī|12.2019"),
        ("lv", "3,5 %|3.5%|3,50 %"),
        ("lv", "12 500,75|12500.75|12.500,75|12,500.75"),
        ("lv", "Janis.Berzins@nodala.iestade.gov.lv|<jānis.bērziņš@nodaļa.iestāde.gov.lv>."),
        ("lv", "e-pakalpojumi|epakalpojumi|e pakalpojums"),
        ("lv", "5 km|5km"),
        ("lv", "1500 €|1500€|1 500 eiro"),
        ("lv", "25 %|25%|25 procenti|25 procentiem"),
        ("en", "€ 1,500|1500 €|1,500 euros|€1500"),
        ("en", "25 %|25%|25 percent"),
        ("lv", "2000 kg|2000kg"),
        ("en", "co-creation|cocreation|co creation"),
        ("en", "31 December 2019|December 31, 2019|2019-12-31|31st of December 2019"),
        ("en", "December 5 2019|5 December 2019|December 5th, 2019|2019-12-05|12/5/2019|5/12/2019"),
        ("en", "December of 2019|2019 December|12.2019"),
        ("en", "May 5|5th of May|5 May"),
        ("en", "non-profit|nonprofit|non profit"),
    ],
)
def test_ways_to_write_it_meet(locale: str, ways: str) -> None:
    for indexed, searched in permutations(ways.split("|"), 2):
        assert meets(indexed, searched, locale), (indexed, searched)


@pytest.mark.parametrize(
    ("locale", "written", "days", "others"),
    [
        ("lv", "2019. gada 5.\u20137. decembrī", "5.12.2019|06.12.2019|7. decembris", "8.12.2019"),
        ("lv", "01.\u201305.06.2020.", "03.06.2020|5.6.2020|4. jūnijs", "06.06.2020"),
        ("lv", "1. \u2013 5.06.2020", "2020-06-02", "31.05.2020"),
        ("en", "01\u201305/06/2020", "3 June 2020", "7 June 2020"),
        ("lv", "5. un 6. decembrī", "5. decembris|6. decembris", "7. decembris"),
        ("lv", "no 5. līdz 7. decembrim 2019", "2019-12-06", "2019-12-04"),
        ("en", "5-7 December 2019", "6 December 2019|2019-12-07", "8 December 2019"),
        ("en", "December 5 to 7, 2019", "6 December 2019", "4 December 2019"),
    ],
)
def test_several_days(locale: str, written: str, days: str, others: str) -> None:
    for day in days.split("|"):
        assert meets(written, day, locale), day
    assert not meets(written, others, locale)


def test_a_date_asks_for_that_day_and_not_for_its_numbers() -> None:
    (concept,) = concepts("5.12.2019", "lv")
    assert concept.asked == (("c2019m12d5",),)
    assert len(concepts("5.12.2019 sanāksme", "lv")) == 2
    number, _, date = concepts("5 darbnīcas 5. decembrī", "lv")
    assert number.asked[0][0] == "w5"
    assert date.asked == (("cm12d5",),)
    assert [each.asked for each in concepts("5. maijs un 5. decembris", "lv")] == [
        (("cm5d5",),),
        (("cm12d5",),),
    ]


@pytest.mark.parametrize(
    ("locale", "one", "two"),
    [
        ("lv", "mājaslapā", "mājas lapa"),
        ("lv", "mājaslapā", "mājas  lapu"),
        ("lv", "videokonferencēm", "video konferencē"),
        ("lv", "mikrouzņēmumi", "mikro uzņēmumiem"),
        ("lv", "elektroauto", "elektro auto"),
        ("lv", "majaslapa", "mājas lapās"),
        ("en", "website", "web site"),
        ("en", "website", "web sites"),
        # In the American dictionary only.
        ("en", "playbook", "play books"),
        ("en", "healthcare", "health care"),
    ],
)
def test_what_is_written_as_one_word_or_as_two(locale: str, one: str, two: str) -> None:
    assert meets(two, one, locale)
    assert meets(one, two, locale)


def test_neighbours_that_are_no_word_together_stay_two() -> None:
    assert not meets("pašvaldības projekts", "pašvaldībasprojekts")
    assert not meets("lapa. Mājas", "mājaslapa")


@given(YEAR, MONTH)
def test_every_month(year: int, month: int) -> None:
    name, english = LATVIAN[month - 1], ENGLISH[month - 1]
    written = [f"{year}. gada {name}", f"{name} {year}", f"{year}-{month:02}", f"{month}.{year}"]
    forms = [next(canonical(text, "lv")).forms for text in written]
    forms.append(next(canonical(f"{english} {year}", "en")).forms)
    assert set(forms) == {(f"{year}m{month}",)}


@pytest.mark.parametrize(
    "text",
    [
        "2019-2020",
        "10.00",
        "12 500",
        "13.13.2019",
        "1.5.3",
        "123456789",
        "5. mala",
        "2019. gads",
        "+44 20 7946 0958",
        "-@-.-",
        "a@b",
    ],
)
def test_other_numbers_are_neither(text: str) -> None:
    assert not list(canonical(text, "lv"))


@pytest.mark.parametrize(
    ("indexed", "searched"),
    [
        ("12.2019", "11.2019"),
        ("2019. gada decembris", "2020. gada decembris"),
        ("67082900", "67082901"),
        ("31.12.2019", "30.12.2019"),
        ("3 no 5; 35; 5,3; 13,5; 3,55", "3,5"),
        ("info@mk.gov.lv, gov.example.lv", "info@example.gov.lv"),
    ],
)
def test_others_do_not_meet(indexed: str, searched: str) -> None:
    assert not meets(indexed, searched)


@given(st.text(alphabet="0123456789 .-/+()371gadadecembris@", max_size=60))
def test_any_text_has_places_in_order_within_it(text: str) -> None:
    for found in canonical(text, "lv"):
        assert 0 <= found.start < found.end <= len(text)
        assert all(form.isalnum() for form in found.forms)


@given(st.text(alphabet="0123456789 .,-/+()@agmx", max_size=40))
def test_any_query_has_concepts(text: str) -> None:
    for concept in concepts(text, "lv"):
        assert all(concept.asked)


@pytest.mark.parametrize("text", ["x67012345", "a2019-12", "6701234x"])
def test_a_part_of_a_word_is_none(text: str) -> None:
    assert all(word[0][0] == "w" for concept in concepts(text, "lv") for word in concept.asked)


@pytest.mark.parametrize("part", ["1.", "12", "123 456 ", "5 - ", "a.", "+371 "])
def test_a_long_run_of_numbers_takes_no_longer_than_any_text(part: str) -> None:
    """A pattern that begins again at each place would take minutes."""

    def seconds(text: str) -> float:
        start = perf_counter()
        list(canonical(text, "lv"))
        return perf_counter() - start

    assert seconds(part * 20_000) < 2
