"""What shows the objects of a confirmation, for `editing/shown_by.html`."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.db.models import Model
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import Page

from govlab.core.vocabularies import Term

from ..shown_by.places import ShownBy, shown_by

register = template.Library()

KINDS = (Page, AbstractImage, AbstractDocument, Term)
# The names under which Wagtail's confirmations hold the one object that they are about.
NAMES = ("page_to_move", "page", "image", "document", "object", "instance")


@register.simple_tag(takes_context=True)
def find_shown_by(context: template.Context) -> ShownBy | None:
    """Return None in confirmations of other objects."""
    objects = _objects(context)
    account = getattr(context.get("request"), "user", None)
    return shown_by(objects, account) if objects and account is not None else None


def _objects(context: template.Context) -> list[Model]:
    if "items" in context:
        items = [item["item"] if isinstance(item, Mapping) else item for item in context["items"]]
        return [item for item in items if isinstance(item, KINDS)]
    for name in NAMES:
        found: Any = context.get(name)
        if isinstance(found, KINDS):
            return [found]
    return []
