from django import template

from govlab.core.pages import BasePage
from govlab.delivery.documents.registry import type_named
from govlab.delivery.schemas.page import PageDocument

register = template.Library()


@register.simple_tag
def asks_usefulness(document: PageDocument) -> bool:
    """Return whether readers are asked about the page: a public one of a type that asks."""
    model = type_named(document.type).model
    is_public = document.sequence > 0
    return is_public and issubclass(model, BasePage) and model.asks_usefulness
