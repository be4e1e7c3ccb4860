"""Explains failures of scheduled work to editors."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import DatabaseError, IntegrityError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..refusals import PublicationRefused
from .reading import UnreadableRevisionError


def explain(error: Exception, model: type[Any] | None) -> str:
    """Return the reason in the active language, without technical details."""
    match error:
        case PublicationRefused():
            return " ".join(error.messages)
        case ValidationError():
            return " ".join(_messages(error, model))
        case UnreadableRevisionError():
            return str(error.reason)
        case IntegrityError():
            return _("The database rejected the change. See the server log.")
        case DatabaseError():
            return _("Another change was in progress, or the database did not respond.")
    return _("An unexpected error occurred (%(name)s). See the server log.") % {
        "name": type(error).__name__
    }


def _messages(error: ValidationError, model: type[Any] | None) -> list[str]:
    # Messages of the publication gate name the field already.
    if isinstance(error, PublicationRefused) or not hasattr(error, "error_dict"):
        return list(error.messages)
    return [
        f"{label}: {message}" if (label := _label(field, model)) else message
        for field, messages in error.message_dict.items()
        for message in messages
    ]


def _label(field: str, model: type[Any] | None) -> str:
    """Return the verbose name of the field; empty if the base model does not have it."""
    try:
        known: Any = model._meta.get_field(field) if model else None
    except FieldDoesNotExist:
        return ""
    return str(capfirst(getattr(known, "verbose_name", "")))
