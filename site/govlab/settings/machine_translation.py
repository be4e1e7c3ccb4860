"""The machine that drafts translations, if there is one."""

from typing import Any, TypeVar

from django.core.exceptions import ImproperlyConfigured

from .environment import number, one_of, text, words

_T = TypeVar("_T")
_LIBRARY = "wagtail_localize.machine_translators"


def machine_translation_settings() -> dict[str, Any]:
    """Of the environment; without MACHINE_TRANSLATION there is no machine.

    Raises ImproperlyConfigured if the chosen service lacks a setting.
    """
    service = one_of("MACHINE_TRANSLATION", "none", ["none", "letsmt", "deepl", "libretranslate"])
    if service == "none":
        return {}
    # In seconds; limits how long an editor waits for each request of at most 20 texts.
    timeout = number("MACHINE_TRANSLATION_TIMEOUT", 30)
    options: dict[str, Any]
    if service == "letsmt":
        path = "govlab.editing.machine_translation.letsmt.LetsMTTranslator"
        options = {
            "URL": text("LETSMT_URL", "https://hugo.lv/ws/Service.svc/json"),
            # Django hides settings with such a name in its reports of errors.
            "AUTH_KEY": _needed("LETSMT_CLIENT_ID", text("LETSMT_CLIENT_ID", "")),
            "APP_ID": _needed("LETSMT_APP_ID", text("LETSMT_APP_ID", "")),
            "SYSTEMS": _systems(_needed("LETSMT_SYSTEMS", words("LETSMT_SYSTEMS"))),
        }
    elif service == "deepl":
        path = f"{_LIBRARY}.deepl.DeepLTranslator"
        options = {"AUTH_KEY": _needed("DEEPL_AUTH_KEY", text("DEEPL_AUTH_KEY", ""))}
    else:
        path = f"{_LIBRARY}.libretranslate.LibreTranslator"
        options = {
            "LIBRETRANSLATE_URL": _needed("LIBRETRANSLATE_URL", text("LIBRETRANSLATE_URL", "")),
            "API_KEY": text("LIBRETRANSLATE_API_KEY", ""),
        }
    return {
        "WAGTAILLOCALIZE_MACHINE_TRANSLATOR": {
            "CLASS": path,
            "OPTIONS": {**options, "TIMEOUT": timeout},
        }
    }


def _needed(name: str, value: _T) -> _T:
    if not value:
        raise ImproperlyConfigured(f"MACHINE_TRANSLATION needs {name} too; see docs/settings.md.")
    return value


def _systems(pairs: list[str]) -> dict[str, str]:
    """`lv-en=smt-1,en-lv=smt-2` → the system of each pair of languages."""
    systems = {}
    for pair in pairs:
        languages, _, system = pair.partition("=")
        if not system or languages.count("-") != 1:
            raise ImproperlyConfigured(
                f"LETSMT_SYSTEMS must be pairs such as lv-en=smt-1, not “{pair}”."
            )
        systems[languages.strip()] = system.strip()
    return systems
