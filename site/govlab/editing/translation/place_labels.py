"""Names the places of texts on a page, for people: the field, and the block in it."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.fields import StreamField


class PlaceLabels:
    def __init__(self, source: Any) -> None:
        self._source = source

    def label(self, path: str) -> str:
        """Return the label of wagtail-localize's path, such as `body.<block id>.text`."""
        name, _dot, rest = path.partition(".")
        try:
            field: Any = self._source._meta.get_field(name)
        except FieldDoesNotExist:
            return name
        if isinstance(field, StreamField):
            return self._block(field, rest)
        if field.one_to_many:
            return str(capfirst(field.related_model._meta.verbose_name_plural))
        return str(capfirst(field.verbose_name))

    def _block(self, field: Any, rest: str) -> str:
        key = rest.partition(".")[0]
        label = str(capfirst(field.verbose_name))
        for number, child in enumerate(field.value_from_object(self._source), start=1):
            if child.id == key:
                return _("%(field)s, %(number)d. %(block)s") % {
                    "field": label,
                    "number": number,
                    "block": capfirst(str(child.block.label or child.block.name)),
                }
        return label
