"""Sizes of pictures are declared as their files are: every document may say something else now."""

from typing import Any

from django.db import migrations


def mark(apps: Any, schema_editor: Any) -> None:
    if apps.get_model("delivery", "Document").objects.exists():
        apps.get_model("delivery", "Mark").objects.create(
            scope="everything", reason="pictures measured again"
        )


class Migration(migrations.Migration):
    dependencies = [("delivery", "0007_divergence_detail")]

    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
