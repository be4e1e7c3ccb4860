"""Titles stand as a Latvian catalogue has them."""

import random
import re
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from govlab.core.vocabularies import Topic
from govlab.delivery.alphabet import LENGTH, sort_key
from govlab.delivery.log import relay
from tests.factories import make_method, make_method_index, make_topic


def latvian(title: str) -> str:
    return sort_key(title, "lv")


ORDERS = [
    ["abols", "acs", "ābols", "āda", "cits", "čaula", "gads", "ģimene", "sāls", "šalle", "zāle"],
    ["1. diena", "2. diena", "10. diena", "100. diena", "a"],
    ["2 gadi", "2,5 gadi", "2.6 gadi", "3 gadi", "12 gadi", "1500 gadi", "12 500 gadi"],
    ["A solis", "Apaļš", "Āķis", "Öland", "Orbīta", "östra", "pats"],
    ["e-pasta", "Epasti", "ērgļi"],
    ["cena", "«Cenu» lapa", "“cepti”", "…cik"],
    ["Lab", "Lab 2", "Laba"],
    ["straße", "Strasse 2", "stratēģija"],
    ["zāle", "žagars", "Анна", "Борис", "данные", "数据"],
    ["Æra", "aerī", "Łódź", "Lož", "Øre", "ot"],
    ["02. nodaļa a", "2. nodaļa b", "003. nodaļa"],
]


# Language → its letters, and titles in their order.
OTHERS = {
    "et": (
        "abcdefghijklmnopqrsšzžtuvwõäöüxy",
        ["Saar", "Šokk", "Zoo", "Žanr", "Tallinn", "Vana", "Õun", "Äri", "Öö", "Üks"],
    ),
    "sv": ("abcdefghijklmnopqrstuvwxyzåäö", ["Ada", "Zon", "Åker", "Äng", "Ö", "Анна"]),
    "uk": ("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", ["zebra", "Єва", "Жук", "Їжак", "Йод", "Яна"]),
    "de": ("", ["Apfel", "Äpfel", "Öl", "Ort", "Straße", "Strasse 2", "über", "Zug"]),
}


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_has_its_own_order(settings: Any, language: str) -> None:
    letters, titles = OTHERS[language]
    settings.GOVLAB_ALPHABETS = {language: letters} if letters else {}
    shuffled = random.Random(1).sample(titles, len(titles))
    assert sorted(shuffled, key=lambda title: sort_key(title, f"{language}-xx")) == titles


def test_titles_in_two_alphabets_stand_in_one_list() -> None:
    titles = [("Abba", "de"), ("Ābele", "lv"), ("Bahn", "de"), ("Bērzs", "lv"), ("Zug", "de")]
    assert sorted(titles, key=lambda each: sort_key(*each)) == titles


@pytest.mark.parametrize("titles", ORDERS, ids=lambda titles: titles[0])
def test_order(titles: list[str]) -> None:
    shuffled = random.Random(1).sample(titles, len(titles))
    assert sorted(shuffled, key=latvian) == titles


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kāzas", "KĀZAS"),
        ("Kāzas", "Ka\u0304zas"),
        ("café", "Cafe"),
        ("Ångström", "angstrom"),
        ("naïve", "NAIVE"),
        ("a  b", "A b"),
        ("„A” – b!", "a b"),
        ("12 500", "12500"),
        ("007", "7"),
        ("ﬁ", "fi"),
        ("x²", "x2"),
    ],
)
def test_what_makes_no_difference(one: str, other: str) -> None:
    assert latvian(one) == latvian(other)


@given(st.text(max_size=300))
def test_keys_are_the_same_to_every_database(title: str) -> None:
    key = latvian(title)
    assert re.fullmatch(r"[0-9a-z]*", key)
    assert len(key) <= LENGTH


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_numbers_go_by_their_value(one: int, other: int) -> None:
    assert (latvian(f"{one}. x") < latvian(f"{other}. x")) == (one < other)


TITLES = ["2. solis", "10. solis", "Ābele", "Bērzs", "Éclair", "Jānis", "Žagars", "Яна"]


def test_lists_of_the_site_and_the_api(client: Client, home: Any) -> None:
    index = make_method_index(home)
    for title in random.Random(2).sample(TITLES, len(TITLES)):
        make_method(index, title=title)
    relay.drain()
    listed = [item.title for item in client.get(index.url).context["items"]]
    given = client.get("/api/v1/methods?order=title").json()["items"]
    assert listed == [item["title"] for item in given] == TITLES


@pytest.mark.django_db
def test_terms(client: Client) -> None:
    for name in random.Random(3).sample(TITLES[:-1], len(TITLES) - 1):
        make_topic(name)
    assert list(Topic.objects.values_list("name", flat=True)) == TITLES[:-1]
    given = client.get("/api/v1/terms/topic?locale=lv").json()["items"]
    assert [item["name"] for item in given] == TITLES[:-1]
    first = Topic.objects.get(name="2. solis")
    first.name = "Z"
    first.save(update_fields=["name"])
    assert list(Topic.objects.values_list("name", flat=True))[-2:] == ["Z", "Žagars"]
