"""What Wagtail changes without a signal, and tells its hooks."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.documents import get_document_model

from .log import marks


@hooks.register("after_bulk_action")
def mark_files(request: HttpRequest, action_type: str, objects: Iterable[Any], view: Any) -> None:
    """Files are moved to another collection, maybe a private one, by one update."""
    for item in objects:
        if isinstance(item, get_document_model()):
            marks.mark_reference(f"file:{item.pk}", f"bulk action {action_type}")
