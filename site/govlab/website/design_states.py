"""The components that the living page shows in each of their states, in both themes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

THEMES = (("light", gettext_lazy("Light")), ("dark", gettext_lazy("Dark")))
_LABELS: dict[str, str | Promise] = {
    "rest": gettext_lazy("At rest"),
    "hover": gettext_lazy("Hovered over"),
    "focus": gettext_lazy("Focused"),
    "active": gettext_lazy("Pressed"),
    "disabled": pgettext_lazy("of a button or field", "Disabled"),
    "error": gettext_lazy("With an error"),
}


@dataclass(frozen=True)
class Component:
    heading: str | Promise
    template: str
    names: tuple[str, ...]

    @property
    def states(self) -> list[tuple[str, str | Promise]]:
        return [(name, _LABELS[name]) for name in self.names]


COMPONENTS = (
    Component(
        gettext_lazy("Buttons and links"),
        "website/design/buttons.html",
        ("rest", "hover", "focus", "active", "disabled"),
    ),
    Component(
        gettext_lazy("Fields"),
        "website/design/fields.html",
        ("rest", "focus", "disabled", "error"),
    ),
    Component(gettext_lazy("Choices"), "website/design/choices.html", ("rest", "hover", "focus")),
    Component(gettext_lazy("Doors"), "website/design/doors.html", ("rest", "hover", "focus")),
    Component(gettext_lazy("Cards"), "website/design/cards.html", ("rest", "hover", "focus")),
    Component(
        gettext_lazy("Pages of the list"),
        "website/design/pages.html",
        ("rest", "hover", "focus"),
    ),
)


class _ExampleForm(forms.Form):
    name = forms.CharField(required=True)


def example_forms() -> dict[str, dict[str, forms.Form]]:
    """Return forms by theme and state, so that each field has an id of its own."""
    return {theme: dict(_forms(theme)) for theme, _label in THEMES}


def _forms(theme: str) -> Iterator[tuple[str, forms.Form]]:
    for state in ("rest", "focus", "disabled", "error"):
        data: dict[str, Any] | None = {} if state == "error" else None
        form = _ExampleForm(data, prefix=f"{theme}-{state}", label_suffix="")
        form.fields["name"].label = _("Title")
        form.fields["name"].disabled = state == "disabled"
        yield state, form
