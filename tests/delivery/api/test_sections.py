"""The API is made of what apps register."""

import pytest
from django.apps import apps
from django.core.exceptions import AppRegistryNotReady
from ninja import Router

from govlab.delivery.api import app, sections
from govlab.delivery.api.sections import Section


@pytest.fixture
def none_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "_sections", {})


def test_sections_stand_in_their_order(none_registered: None) -> None:
    for tag, order in (("late", 9), ("early", 1), ("also early", 1)):
        sections.register(Section(tag, "", Router, order=order))
    assert [each.tag for each in sections.sections()] == ["also early", "early", "late"]


def test_two_sections_have_two_tags(none_registered: None) -> None:
    section = Section("search", "Find.", Router)
    sections.register(section)
    sections.register(section)
    with pytest.raises(ValueError, match="called search"):
        sections.register(Section("search", "Find something else.", Router))


def test_the_site_registers_search_among_the_rest() -> None:
    tags = [each.tag for each in sections.sections()]
    assert tags == [
        "service",
        "lists",
        "documents",
        "search",
        "site",
        "coverage",
        "replication",
        "contact",
    ]


def test_no_api_before_every_app_has_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apps, "ready", False)
    with pytest.raises(AppRegistryNotReady, match="ready"):
        app.api.__wrapped__()
