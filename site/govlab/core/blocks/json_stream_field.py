from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.fields import StreamField


class JSONStreamField(StreamField):
    """A StreamField that migrations know as the JSONField which stores it.

    Blocks do not change the table, so a change of them needs no migration, and a historical model
    gives the stream as plain lists and dictionaries that it saves as they are. CONTRIBUTING.md says
    how a migration of stored blocks uses Wagtail's operations.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, _, _, kwargs = super(StreamField, self).deconstruct()
        return name, "django.db.models.JSONField", [], kwargs | {"encoder": DjangoJSONEncoder}

    def clone(self) -> "JSONStreamField":
        """Keeps the blocks, which deconstruct() leaves out."""
        _, _, _, kwargs = super(StreamField, self).deconstruct()
        return type(self)(self.stream_block, **kwargs)
