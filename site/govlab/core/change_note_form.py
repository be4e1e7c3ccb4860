"""The field of the note on what changed, for the editors of pages and of their translations."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from .change_notes import LENGTH, TYPED, note_of_draft

NAME = "change_note"


def change_note_field() -> forms.CharField:
    """Return the field, to be declared as `change_note`."""
    return forms.CharField(
        label=_("What changed"),
        required=False,
        max_length=LENGTH,
        widget=AdminAutoHeightTextInput,
        help_text=_(
            "One sentence for readers about what is new in this version. It is shown with its date "
            "below the page once this version is published. Leave empty for small corrections."
        ),
    )


class KeepsChangeNote:
    """Mixed into the form of a page: the note is stored with the version that the form saves."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        form: Any = self
        if NAME in form.fields:
            form.initial[NAME] = note_of_draft(form.instance)

    def save(self, commit: bool = True) -> Any:
        form: Any = self
        if NAME in form.fields:
            # A request that does not name it leaves the note of the draft as it is.
            named = form.add_prefix(NAME) in form.data
            values = form.cleaned_data if named else form.initial
            setattr(form.instance, TYPED, values.get(NAME, ""))
        return super().save(commit=commit)  # type: ignore[misc]
