import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.query.syntax import Syntax, parse
from search.text.normalisation import normalised


def parts(query: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    found = parse(query, "lv")
    return " ".join(found.free.split()), found.quoted, found.excluded


@pytest.mark.parametrize(
    "quoted",
    ['"a b"', "„a b“", "„a b”", '„a b"', "“a b”", "”a b”", "«a b»", "»a b«"],
)
def test_quotes_as_people_type_them(quoted: str) -> None:
    assert parts(f"x {quoted} y") == ("x y", ("a b",), ())
    assert parts(f"x -{quoted}, y") == ("x , y", (), ("a b",))


def test_several_of_each() -> None:
    assert parts('"a b" -c "d" -"e f" g (-h)') == ("g (", ("a b", "d"), ("c", "e f", "h)"))


@pytest.mark.parametrize(
    "query",
    [
        "vārds",
        'viens "divi',
        'viens" divi',
        "„viens",
        '15" un 17" ekrāni',
        'd"art un l"eau',
        '"" "-"',
        "- vārds",
        "-",
        "viens - divi",
        "viens -- divi",
        "viens --divi",
        "e-pasts",
        "2019 -2020",
        "COVID -19",
        "viens-divi",
        "-vārds",
        "-viens -divi",
        '-"viens divi"',
        "viens \u2013divi",
    ],
)
def test_anything_else_is_plain_text(query: str) -> None:
    assert parse(query, "lv") == Syntax(query, query)


@settings(deadline=None)
@given(st.text(alphabet='ab -"„“”«»ā1(', max_size=60))
def test_positions_are_those_of_the_query(text: str) -> None:
    query = normalised(text)
    found = parse(query, "lv")
    assert len(found.text) == len(found.free) == len(query)
    for part in (found.text, found.free):
        assert all(there in (" ", letter) for there, letter in zip(part, query, strict=True))
