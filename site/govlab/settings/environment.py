"""Typed reading of the process environment; nothing outside the settings package reads it."""

import os
from collections.abc import Sequence
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parents[3]


def text(name: str, default: str) -> str:
    return os.environ.get(name, "").strip() or default


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not “{value}”.") from None


def one_of(name: str, default: str, choices: Sequence[str]) -> str:
    """Raises ImproperlyConfigured for any other value."""
    value = text(name, default)
    if value not in choices:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(choices)}, not “{value}”.")
    return value


def required(**purposes: str) -> dict[str, str]:
    """The named variables' values; one error names everything that is missing and what it is for.

    Raises ImproperlyConfigured.
    """
    missing = {name: why for name, why in purposes.items() if not text(name, "")}
    if missing:
        lines = "\n".join(f"  {name}: {why}" for name, why in missing.items())
        raise ImproperlyConfigured(
            f"The production settings need these environment variables, which are not set:\n{lines}"
        )
    return {name: text(name, "") for name in purposes}
