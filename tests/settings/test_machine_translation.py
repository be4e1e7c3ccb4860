"""The translation machine is chosen by the environment, with everything that it needs."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string
from django.views.debug import SafeExceptionReporterFilter
from wagtail_localize.machine_translators.base import BaseMachineTranslator

from govlab.settings.machine_translation import machine_translation_settings

LETSMT = {
    "MACHINE_TRANSLATION": "letsmt",
    "LETSMT_CLIENT_ID": "u-secret",
    "LETSMT_APP_ID": "site",
    "LETSMT_SYSTEMS": "lv-en=smt-1, en-lv=smt-2",
}
COMPLETE = [
    LETSMT,
    {"MACHINE_TRANSLATION": "deepl", "DEEPL_AUTH_KEY": "u-secret"},
    {
        "MACHINE_TRANSLATION": "libretranslate",
        "LIBRETRANSLATE_URL": "https://mt.example.lv",
        "LIBRETRANSLATE_API_KEY": "u-secret",
    },
]


def use(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)


def test_none() -> None:
    assert machine_translation_settings() == {}


@pytest.mark.parametrize("environment", COMPLETE, ids=lambda each: each["MACHINE_TRANSLATION"])
def test_a_machine_with_a_hidden_key(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    use(monkeypatch, environment)
    config = machine_translation_settings()["WAGTAILLOCALIZE_MACHINE_TRANSLATOR"]
    assert issubclass(import_string(config["CLASS"]), BaseMachineTranslator)
    assert "u-secret" in str(config)
    shown = SafeExceptionReporterFilter().cleanse_setting("MACHINE", config)
    assert "u-secret" not in str(shown), "Django's reports of errors hide it"


def test_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, LETSMT)
    config = machine_translation_settings()["WAGTAILLOCALIZE_MACHINE_TRANSLATOR"]
    assert config["OPTIONS"]["SYSTEMS"] == {"lv-en": "smt-1", "en-lv": "smt-2"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LETSMT_CLIENT_ID", ""),
        ("LETSMT_APP_ID", ""),
        ("LETSMT_SYSTEMS", ""),
        ("LETSMT_SYSTEMS", "lv-en"),
        ("LETSMT_SYSTEMS", "lven=smt-1"),
        ("MACHINE_TRANSLATION", "google"),
        ("MACHINE_TRANSLATION_TIMEOUT", "soon"),
    ],
)
def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    use(monkeypatch, LETSMT | {name: value})
    with pytest.raises(ImproperlyConfigured, match=name):
        machine_translation_settings()
