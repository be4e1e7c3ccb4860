from typing import Any

from django.db import migrations


def read_again(apps: Any, schema_editor: Any) -> None:
    """The worker reads all files again, with charts, SmartArt and filled-in forms."""
    apps.get_model("search", "FileText").objects.all().delete()
    apps.get_model("search", "SearchEntry").objects.update(sequence=0)
    cursors = apps.get_model("delivery", "ConsumerCursor").objects
    cursors.filter(name="search-database").update(sequence=0)


class Migration(migrations.Migration):
    dependencies = [("search", "0015_compounds")]

    operations = [migrations.RunPython(read_again, migrations.RunPython.noop)]
