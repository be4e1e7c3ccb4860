"""The form fields of a translation's rows."""

import copy
from typing import Any

from django import forms
from django.db import models
from wagtail import blocks
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.admin.widgets import AdminAutoHeightTextInput

from .places import Place
from .rich_text import ParagraphField, links_of, plain
from .rows import TextRow, ValueRow


def text_field(row: TextRow, language: str) -> forms.Field:
    attrs = {"lang": language, "aria-describedby": f"id_{row.name}-source"}
    if row.place.features is not None:
        field: forms.Field = ParagraphField(row.place.features, links_of(row.source))
        field.initial = row.data
    else:
        widget: forms.Widget = forms.TextInput(attrs=attrs)
        if row.place.multiline or "\n" in row.source_text or len(row.source_text) > 60:
            widget = AdminAutoHeightTextInput(attrs=attrs)
        # Others are kept when they are too long, with the reason beside them.
        limit = row.place.limit if row.path == "title" else None
        field = forms.CharField(required=False, widget=widget, max_length=limit, strip=False)
        # A browser would cut what is pasted.
        widget.attrs.pop("maxlength", None)
        field.initial = plain(row.data)
    field.label = row.place.label or row.place.part
    return field


def same_field(row: TextRow) -> forms.Field:
    return forms.BooleanField(required=False, initial=row.is_same)


def value_field(row: ValueRow) -> forms.Field:
    """A chooser for what is chosen; for addresses and the like, a line of text."""
    chooser = _chooser(row.place)
    value = row.replacement
    if chooser is None:
        field: forms.Field = forms.CharField(required=False, widget=forms.TextInput())
        field.initial = value
    else:
        field = chooser
        field.initial = None if row.is_gone(value) else value
    field.required = False
    field.label = row.place.label or row.place.part
    field.help_text = ""
    return field


def _chooser(place: Place) -> Any:
    holder = place.holder
    if isinstance(holder, blocks.ChooserBlock):
        return copy.deepcopy(holder.field)
    if isinstance(holder, models.ForeignKey):
        return formfield_for_dbfield(holder)
    return None
