from typing import Any

from django.db import migrations


def index_again(apps: Any, schema_editor: Any) -> None:
    """The worker stores all pages again from the log, with the compounds that they have apart."""
    apps.get_model("search", "SearchEntry").objects.update(sequence=0)
    cursors = apps.get_model("delivery", "ConsumerCursor").objects
    cursors.filter(name="search-database").update(sequence=0)


class Migration(migrations.Migration):
    dependencies = [("search", "0014_files_are_partly_readable")]

    operations = [migrations.RunPython(index_again, migrations.RunPython.noop)]
