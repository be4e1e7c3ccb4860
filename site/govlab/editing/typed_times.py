"""Parses times in admin forms on the nights of daylight saving transitions."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateTimeInput

SKIPPED = _("This time does not exist: the clocks go forward that night. Choose another.")
# A placeholder for times entered without a zone; zones that are entered have another type.
_NO_ZONE = ZoneInfo("Etc/UTC")


class TypedDateTimeField(forms.DateTimeField):
    """Takes the first of two ambiguous times, which Django refuses."""

    def to_python(self, value: Any) -> datetime | None:
        with timezone.override(_NO_ZONE):
            moment = super().to_python(value)
        if moment is None or moment.tzinfo is not _NO_ZONE:
            return moment
        local = moment.replace(tzinfo=timezone.get_current_timezone())
        if local.astimezone(UTC).astimezone(local.tzinfo).replace(fold=0) != local:
            raise ValidationError(SKIPPED, code="skipped")
        return local


def register() -> None:
    """Use the field in all forms that Wagtail generates from models."""
    register_form_field_override(
        models.DateTimeField,
        override={"form_class": TypedDateTimeField, "widget": AdminDateTimeInput},
    )
