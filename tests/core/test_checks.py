"""The project's invariants hold, and each check notices when one does not."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from django.core.checks import run_checks
from wagtail import blocks

from govlab.core import checks


def ids(messages: Any) -> list[str]:
    return [message.id for message in messages]


@pytest.mark.django_db
def test_the_project_passes_its_checks() -> None:
    assert [message for message in run_checks() if str(message.id).startswith("govlab")] == []


def test_page_type_without_template_or_place_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    class OddPage:
        parent_page_types = None
        subpage_types: ClassVar[list[str]] = []

    assert ids(checks.check_page_types([OddPage])) == ["govlab.E001", "govlab.E002"]
    kind = SimpleNamespace(template="odd.html", card="odd_card.html")
    monkeypatch.setattr(checks, "document_type", lambda model: kind)
    assert ids(checks.check_page_types([OddPage])) == ["govlab.E001", "govlab.E001", "govlab.E002"]


def test_page_type_past_the_publication_gate_is_reported() -> None:
    from wagtail.models import Page

    class OddPage:
        pass

    assert ids(checks.check_gate([Page, OddPage])) == ["govlab.E007"]


def test_many_to_many_of_a_page_is_reported() -> None:
    from modelcluster.fields import ParentalManyToManyField

    field = ParentalManyToManyField("core.Topic")
    field.name = "topics"
    model = SimpleNamespace(__name__="OddPage", _meta=SimpleNamespace(many_to_many=[field]))
    assert ids(checks.check_relations([model])) == ["govlab.E003"]


def test_block_without_template_and_preview_is_reported() -> None:
    class OddBlock(blocks.StructBlock):
        class Meta:
            template = "blocks/odd.html"

    assert ids(checks.check_blocks(iter([("odd", OddBlock())]))) == ["govlab.E004", "govlab.E005"]


def test_language_without_catalogue_is_reported(tmp_path: Path) -> None:
    assert ids(checks.check_languages(["en", "en-gb", "lt"], [tmp_path])) == ["govlab.E006"]


def test_every_page_type_is_checked() -> None:
    assert sorted(model.__name__ for model in checks.page_types()) == [
        "AccessibilityPage",
        "CaseIndexPage",
        "CasePage",
        "ContactPage",
        "EasyToReadPage",
        "HomePage",
        "MethodIndexPage",
        "MethodPage",
        "MissionPage",
        "NewsIndexPage",
        "NewsPage",
        "PrivacyPage",
        "ProblemPage",
        "ResultsPage",
        "StandardPage",
    ]
