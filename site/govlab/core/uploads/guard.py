"""Validates documents that are saved without a form: by imports, commands and APIs."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models.signals import pre_save
from wagtail.documents import get_document_model

from .rules import check_document


def connect() -> None:
    pre_save.connect(
        check_new_file, sender=get_document_model(), dispatch_uid="core_check_document"
    )


def check_new_file(instance: Any, raw: bool, **kwargs: Any) -> None:
    """Raises ValidationError. It is a signal receiver, since the model is Wagtail's own."""
    file = instance.file
    if raw or not file or file._committed:
        return
    try:
        check_document(file)
    except ValidationError as error:
        raise ValidationError({"file": error}) from error
    instance._set_document_file_metadata()
