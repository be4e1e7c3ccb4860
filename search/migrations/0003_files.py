from typing import Any

from django.db import migrations, models


def index_again(apps: Any, schema_editor: Any) -> None:
    """The worker stores all pages again from the log, with the texts of their files."""
    apps.get_model("search", "SearchEntry").objects.update(sequence=0)
    cursors = apps.get_model("delivery", "ConsumerCursor").objects
    cursors.filter(name="search-database").update(sequence=0)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_spelling"), ("delivery", "0004_coverage")]

    operations = [
        migrations.CreateModel(
            name="FileText",
            fields=[
                ("digest", models.CharField(max_length=40, primary_key=True, serialize=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("read", "read"),
                            ("empty", "has no text, for example because it is scanned"),
                            ("unreadable", "not readable"),
                            ("other", "holds no text"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                "encrypted",
                                "It is protected by a password, or of an old Office format.",
                            ),
                            ("broken", "It is damaged."),
                            ("too_large", "It takes too much time or memory to read."),
                            ("format", "It is not what its name says."),
                            ("no_text_format", "It holds no text."),
                        ],
                        max_length=20,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("read_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={"default_permissions": ()},
        ),
        migrations.AddField("SearchEntry", "files", models.TextField(default="")),
        migrations.AddField("SearchEntry", "file_texts", models.TextField(default="")),
        migrations.RunPython(index_again, migrations.RunPython.noop),
    ]
