"""What is found on pages: their links, headings, pictures and summaries, and where."""

from typing import Any

import pytest

from govlab.editing.content_checks.findings import Finding
from govlab.editing.content_checks.run import findings_of
from govlab.editing.models import OwnWord
from tests.factories import make_image, make_news, make_news_index


@pytest.fixture
def index(home: Any) -> Any:
    return make_news_index(home)


def found(index: Any, check: str, **fields: Any) -> list[Finding]:
    return [
        finding for finding in findings_of(make_news(index, **fields)) if finding.check == check
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("šeit", 1),
        ("Lasīt vairāk »", 1),
        ("Click here!", 1),
        ("https://piemers.lv/gars-cels", 1),
        ("lasiet vairāk par darbnīcu", 0),
        ("Mākslīgā intelekta vadlīnijas", 0),
    ],
)
def test_link_texts(index: Any, text: str, number: int) -> None:
    html = f'<p>Par to <a href="https://piemers.lv/">{text}</a>.</p>'
    findings = found(index, "link-text", body=[("rich_text", html)])
    assert len(findings) == number
    assert all(finding.place == "Teksts, 1. bloks" for finding in findings)


def heading(level: str) -> tuple[str, Any]:
    return "heading", {"text": "Darbs", "level": level}


def test_heading_order(index: Any) -> None:
    assert len(found(index, "heading-order", body=[heading("3"), heading("2")])) == 1
    assert found(index, "heading-order", body=[heading("2"), heading("3")]) == []
    assert found(index, "heading-order", body=[]) == []


@pytest.mark.parametrize(
    ("alt", "decorative", "number"),
    [
        ("", False, 1),
        ("", True, 0),
        ("IMG_2031.jpg", False, 1),
        ("Attēls ar galdu", False, 1),
        ("Seši cilvēki pie galda", False, 0),
    ],
)
def test_pictures(index: Any, alt: str, decorative: bool, number: int) -> None:
    page = make_news(index)
    block = {"image": make_image(), "alt": alt, "decorative": decorative, "caption": ""}
    page.body = [("image", block)]
    page.body[0].id = "0b9b5c3e-2a7c-4a59-9d0e-3a0f3a1d8f10"
    findings = [finding for finding in findings_of(page) if finding.check == "picture"]
    assert len(findings) == number


def test_summaries(index: Any) -> None:
    page = make_news(index, summary="Īsi par galveno.")
    assert "summary" not in {finding.check for finding in findings_of(page)}
    page.summary = " "
    assert {"summary", "description"} <= {finding.check for finding in findings_of(page)}
    page.search_description = "Par darbnīcu."
    assert "description" not in {finding.check for finding in findings_of(page)}


def test_own_words_of_the_language(index: Any) -> None:
    text = {"summary": "Hakatonā darbs."}
    [finding] = found(index, "spelling", **text, slug="a")
    assert (finding.anchor, finding.word) == ("summary", "hakatonā")
    OwnWord.objects.create(word="Hakatons", language="en")
    assert len(found(index, "spelling", **text, slug="b")) == 1
    OwnWord.objects.create(word="Hakatons", language="lv")
    assert found(index, "spelling", **text, slug="c") == []
