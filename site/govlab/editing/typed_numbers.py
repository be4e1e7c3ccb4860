"""Parses numbers in admin forms in Latvian and English notation.

Browsers' number fields drop characters that are invalid in their locale, so that “12,5” may be
submitted as 125. Here the text is submitted unchanged, and parsed or refused as a whole.
"""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override

# Thousands are separated by the same character: a space of any width, ', . or a comma.
_NUMBER = re.compile(
    r"(?P<sign>[+-]?)"
    r"(?P<whole>\d+|\d{1,3}(?P<mark>[ \u00a0\u2007\u2009\u202f'.,])\d{3}(?:(?P=mark)\d{3})*)"
    r"(?:(?P<point>[.,])(?P<fraction>\d+))?",
    re.ASCII,
)
_DIGITS = re.compile(r"\D", re.ASCII)

NO_NUMBER = _("Write a number, such as 12 or 12,5.")
TWO_WAYS = _(
    "This number has two meanings, in thousands and as a fraction. Enter %(thousand)s, "
    "or at most two decimals."
)


def plain_number(text: str) -> str:
    """Return the number in Python's notation. Raises ValidationError if it is invalid or ambiguous:
    “1,234” is over a thousand in English and a fraction in Latvian."""
    found = _NUMBER.fullmatch(text.strip().replace("\N{MINUS SIGN}", "-"))
    if found is None or (found["mark"] and found["mark"] == found["point"]):
        raise ValidationError(NO_NUMBER, code="invalid")
    whole, fraction = _DIGITS.sub("", found["whole"]), found["fraction"] or ""
    if len(fraction) == 3 and len(whole) <= 3 and not (found["mark"] or whole.startswith("0")):
        params = {"thousand": f"{found['sign']}{whole}{fraction}"}
        raise ValidationError(TWO_WAYS, code="ambiguous", params=params)
    return found["sign"] + whole + (f".{fraction}" if fraction else "")


class TypedDecimalField(forms.DecimalField):
    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal"})
        super().__init__(**{"widget": widget, "localize": True, **kwargs})

    def to_python(self, value: Any) -> Any:
        return super().to_python(_plain(value))


class TypedIntegerField(forms.IntegerField):
    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric"})
        super().__init__(**{"widget": widget, **kwargs})

    def to_python(self, value: Any) -> int | None:
        return super().to_python(_plain(value))


def _plain(value: Any) -> Any:
    return plain_number(value) if isinstance(value, str) and value.strip() else value


def register() -> None:
    """Use the fields in all forms that Wagtail generates from models."""
    register_form_field_override(models.DecimalField, override={"form_class": TypedDecimalField})
    register_form_field_override(models.IntegerField, override={"form_class": TypedIntegerField})
