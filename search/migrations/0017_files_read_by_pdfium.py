from typing import Any

from django.db import migrations, models


def read_again(apps: Any, schema_editor: Any) -> None:
    """The worker reads all files again, PDF files with PDFium."""
    apps.get_model("search", "FileText").objects.all().delete()
    apps.get_model("search", "SearchEntry").objects.update(sequence=0)
    cursors = apps.get_model("delivery", "ConsumerCursor").objects
    cursors.filter(name="search-database").update(sequence=0)


class Migration(migrations.Migration):
    dependencies = [("search", "0016_shown_parts_of_files")]

    operations = [
        migrations.AlterField(
            model_name="filetext",
            name="reason",
            field=models.CharField(
                blank=True,
                choices=[
                    ("encrypted", "It is protected by a password, or of an old Office format."),
                    ("broken", "It is damaged."),
                    ("too_large", "It takes too much time or memory to read."),
                    ("too_long", "It is long. Only its first part is searched."),
                    (
                        "scanned",
                        "Most of its pages have no text, for example because they are scanned.",
                    ),
                    ("format", "Search does not read its format, or it is not what its name says."),
                    ("no_text_format", "It holds no text."),
                ],
                max_length=20,
            ),
        ),
        migrations.RunPython(read_again, migrations.RunPython.noop),
    ]
