"""Why scheduled work could not be done, in words for editors."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import DatabaseError, IntegrityError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..refusals import PublicationRefused
from .reading import UnreadableRevisionError


def explain(error: Exception, model: type[Any] | None) -> str:
    """In the active language. What only programmers understand is left to the log."""
    match error:
        case PublicationRefused():
            return " ".join(error.messages)
        case ValidationError():
            return " ".join(_messages(error, model))
        case UnreadableRevisionError():
            return str(error.reason)
        case IntegrityError():
            return _("The database refused it; the log of the server says why.")
        case DatabaseError():
            return _("Another change was under way or the database did not answer.")
    return _("An unexpected error (%(name)s); the log of the server says more.") % {
        "name": type(error).__name__
    }


def _messages(error: ValidationError, model: type[Any] | None) -> list[str]:
    # What the publication gate says names the place by itself.
    if isinstance(error, PublicationRefused) or not hasattr(error, "error_dict"):
        return list(error.messages)
    return [
        f"{label}: {message}" if (label := _label(field, model)) else message
        for field, messages in error.message_dict.items()
        for message in messages
    ]


def _label(field: str, model: type[Any] | None) -> str:
    """The field's name for people; empty where the model that keeps the schedule lacks it."""
    try:
        known: Any = model._meta.get_field(field) if model else None
    except FieldDoesNotExist:
        return ""
    return str(capfirst(getattr(known, "verbose_name", "")))
