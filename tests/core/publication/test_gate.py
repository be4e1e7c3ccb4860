"""What the gate says, what it lets pass without a look, and what it costs."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Page

from govlab.core.blocks import BodyBlock
from govlab.core.publication.gate import PageRefused
from tests.factories import (
    make_case,
    make_case_index,
    make_image,
    make_method,
    make_method_index,
    make_standard,
    publish,
    translate_page,
)


def refusals(page: Any) -> list[str]:
    page.live = True
    with translation.override("en"), pytest.raises(PageRefused) as refused:
        page.save()
    return list(refused.value.messages)


def body(*blocks: tuple[str, Any]) -> Any:
    return BodyBlock().to_python(
        [
            {"type": kind, "value": value, "id": f"00000000-0000-4000-8000-{number:012}"}
            for number, (kind, value) in enumerate(blocks)
        ]
    )


FINE = ("rich_text", "<p>Labi.</p>")


@pytest.mark.parametrize(
    ("block", "place", "reason"),
    [
        (
            (
                "call_to_action",
                {
                    "title": "Nāc",
                    "text": "",
                    "link": {"label": "Šurp", "url": "javascript:alert(1)"},
                },
            ),
            "Body, block 2 (Call to action), Link, Address",
            (
                "“javascript:alert(1)” is not a valid link. Use http://, "
                "https://, mailto:, tel:, a path such as /lv/ or an anchor such as #part."
            ),
        ),
        (
            ("embed", {"url": "javascript:alert(1)", "title": "Video"}),
            "Body, block 2 (Video), Address of the video",
            "Enter a valid URL.",
        ),
        (
            ("facts", {"title": "", "facts": [{"value": "1" * 21, "label": "gadi"}], "source": ""}),
            "Body, block 2 (Facts and figures), Facts, item 1, Figure",
            "Ensure this value has at most 20 characters (it has 21).",
        ),
        (
            ("steps", {"title": "", "steps": [{"title": "Viens", "text": "<p>1</p>"}]}),
            "Body, block 2 (Steps), Steps",
            "The minimum number of items is 2",
        ),
        (
            ("accordion", {"title": "", "entries": [{"title": "", "text": "<p>1</p>"}]}),
            "Body, block 2 (Accordion), Items, item 1, Title",
            "This field is required.",
        ),
        (
            ("rich_text", "<p><iframe src='https://evil.example'></iframe></p>"),
            "Body, block 2 (Text)",
            "The tag <iframe> is not allowed here.",
        ),
        (
            ("image", {"image": 987654, "alt": "Galds", "decorative": False, "caption": ""}),
            "Body, block 2 (Picture), Picture",
            "This field is required.",
        ),
    ],
)
def test_names_page_block_and_reason(home: Any, block: Any, place: str, reason: str) -> None:
    page = make_standard(home, "Par mums", live=False)
    page.body = body(FINE, block)
    first = refusals(page)[0]
    assert first == f"“Par mums” is not published. {place}: {reason}"


def test_names_fields_and_rows(home: Any) -> None:
    index = make_method_index(home)
    page = make_method(index, "Persona", live=False, people_min=3, people_max=2, summary=" ")
    page.purpose = "a" * 501
    page.steps.add(*(page.steps.model(title=title, text="Teksts.") for title in ("", "a" * 121)))
    page.sources.add(page.sources.model(title="Avots", url="ftp://example.org/"))
    said = "\n".join(refusals(page))
    for expected in (
        "Maximum number of people: Maximum must be at least the minimum.",
        "Summary: This field cannot be blank.",
        "Purpose: Ensure this value has at most 500 characters (it has 501).",
        "Steps, row 1, Title: This field cannot be blank.",
        "Steps, row 2, Title: Ensure this value has at most 120 characters (it has 121).",
        "Sources, row 1, Address: “ftp://example.org/” is not a valid link.",
    ):
        assert expected in said, said


def test_speaks_latvian(home: Any) -> None:
    page = make_standard(home, "Par mums", live=False)
    page.summary = ""
    page.live = True
    with translation.override("lv"), pytest.raises(PageRefused) as refused:
        page.save()
    assert refused.value.messages[0].startswith("„Par mums” nav publicēta. Kopsavilkums: ")


def test_a_page_does_not_go_live_in_the_tree_of_another_language(home: Any) -> None:
    """However it came there; moves and copies are refused before."""
    home = publish(home)
    english = translate_page(home, title="Home", slug="home", summary="What it is.")
    page = publish(make_standard(home, "Par mums"))
    with pytest.raises(ValidationError):
        page.move(english, pos="last-child")
    assert Page.objects.get(pk=page.pk).get_parent().pk == home.pk
    astray = make_standard(english, "Par mums", live=False, summary="Who we are.")
    type(page).objects.filter(pk=astray.pk).update(locale=home.locale)
    (said,) = refusals(type(page).objects.get(pk=astray.pk))
    assert said.startswith("“Par mums” is not published.")


def test_moving_a_page_asks_nothing_of_its_content(home: Any) -> None:
    """What became wrong since it was published does not keep it from its place."""
    page, target = make_standard(home), make_standard(home)
    type(page).objects.filter(pk=page.pk).update(summary="")
    page = type(page).objects.get(pk=page.pk)
    page.move(target, pos="last-child")
    assert Page.objects.get(pk=page.pk).get_parent().pk == target.pk


def test_drafts_and_bookkeeping_pass(home: Any) -> None:
    page = make_standard(home)
    page.summary = ""
    page.save_revision(clean=False)
    page.save(update_fields=["latest_revision", "has_unpublished_changes"], clean=False)
    page.live = False
    page.save()
    assert not type(page).objects.get(pk=page.pk).live


def test_unpublishing_passes(home: Any) -> None:
    page = make_standard(home)
    type(page).objects.filter(pk=page.pk).update(summary="")
    type(page).objects.get(pk=page.pk).unpublish()
    assert not type(page).objects.get(pk=page.pk).live


def test_an_original_costs_one_query_more(home: Any, monkeypatch: Any) -> None:
    case = publish(make_case(make_case_index(publish(home))))
    revision = case.save_revision()

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            revision.publish()
        return len(captured)

    queries()
    gated = queries()
    monkeypatch.setattr(
        "govlab.core.publication.gate.ensure_publishable", lambda page: page.full_clean()
    )
    assert gated - queries() <= 1


def test_blocks_chosen_cost_a_query_each_at_most(home: Any) -> None:
    page = publish(make_standard(home))

    def queries(pictures: int) -> int:
        picture = {"image": make_image().pk, "alt": "a", "decorative": False, "caption": ""}
        page.body = body(*[("image", picture)] * pictures)
        revision = page.save_revision()
        with CaptureQueriesContext(connection) as captured:
            revision.publish()
        return len(captured)

    queries(1)
    assert queries(20) - queries(1) <= 19
