from typing import Any

from django.db import migrations


def index_again(apps: Any, schema_editor: Any) -> None:
    """The worker stores all pages again from the log, with the tokens of this version."""
    apps.get_model("search", "SearchEntry").objects.update(sequence=0)
    cursors = apps.get_model("delivery", "ConsumerCursor").objects
    cursors.filter(name="search-database").update(sequence=0)


class Migration(migrations.Migration):
    dependencies = [("search", "0010_places_unpack_quickly")]

    operations = [migrations.RunPython(index_again, migrations.RunPython.noop)]
