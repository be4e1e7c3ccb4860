"""Times as people type them, in the administration's forms, on the nights that clocks change."""

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
# Marks a time that was typed without a zone; one typed with it has another kind of zone.
_NO_ZONE = ZoneInfo("Etc/UTC")


class TypedDateTimeField(forms.DateTimeField):
    """Of an hour that the clocks go through twice it takes the first; Django refuses both."""

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
    """For every form that Wagtail makes of a model."""
    register_form_field_override(
        models.DateTimeField,
        override={"form_class": TypedDateTimeField, "widget": AdminDateTimeInput},
    )
