from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from wagtail.models import Page

from govlab.delivery import checks


def test_the_command_that_publishes_must_be_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(checks.check_scheduling()) == []
    ours = ("publish_scheduled", "publish_scheduled_pages")
    names: dict[str, Any] = dict.fromkeys(ours, "wagtail")
    monkeypatch.setattr(checks, "get_commands", lambda: names)
    found = list(checks.check_scheduling())
    assert {error.id for error in found} == {"delivery.E002"}
    assert len(found) == 2


def test_a_page_type_without_a_document_is_named() -> None:
    (found,) = checks.check_documents([Page])
    assert (found.id, found.obj) == ("delivery.W001", Page)
    assert "Page has no document" in found.msg


@pytest.mark.parametrize(
    ("middleware", "ids"),
    [
        ([checks.MIDDLEWARE, checks.SESSIONS], []),
        ([checks.MIDDLEWARE], []),
        ([checks.SESSIONS, checks.MIDDLEWARE], ["delivery.E003"]),
        ([checks.SESSIONS], ["delivery.E003"]),
    ],
)
def test_the_api_stands_above_sessions(middleware: list[str], ids: list[str]) -> None:
    assert [found.id for found in checks.check_middleware(middleware)] == ids


def test_addresses_that_documents_hold_must_be_there(settings: Any) -> None:
    assert list(checks.check_urls()) == []
    settings.ROOT_URLCONF = "govlab.website.urls"
    assert {found.id for found in checks.check_urls()} == {"delivery.E004"}


def test_an_app_that_is_read_and_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apps, "is_installed", lambda name: name != "ninja")
    with pytest.raises(ImproperlyConfigured, match="needs ninja in INSTALLED_APPS"):
        apps.get_app_config("delivery").ready()
