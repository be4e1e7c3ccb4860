import search.models.entry
from typing import Any

from django.db import migrations, models


def index_again(apps: Any, schema_editor: Any) -> None:
    """The worker stores all pages again from the log, with the places of their tokens."""
    apps.get_model("search", "SearchEntry").objects.update(sequence=0)
    cursors = apps.get_model("delivery", "ConsumerCursor").objects
    cursors.filter(name="search-database").update(sequence=0)


class Migration(migrations.Migration):
    dependencies = [("search", "0007_files_read_again"), ("delivery", "0004_coverage")]

    operations = [
        migrations.AddField(
            "searchentry",
            "places",
            models.JSONField(default=dict, encoder=search.models.entry.ReadableEncoder),
        ),
        migrations.RunPython(index_again, migrations.RunPython.noop),
    ]
