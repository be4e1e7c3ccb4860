from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def index_again(apps: Any, schema_editor: Any) -> None:
    """The worker stores all pages again from the log, with their lemmas."""
    apps.get_model("search", "SearchEntry").objects.update(sequence=0)
    cursors = apps.get_model("delivery", "ConsumerCursor").objects
    cursors.filter(name="search-database").update(sequence=0)


class Migration(migrations.Migration):
    dependencies = [("search", "0004_lemmas"), ("delivery", "0004_coverage")]

    operations = [
        migrations.RunPython(index_again, migrations.RunPython.noop),
        migrations.DeleteModel("SearchKey"),
        migrations.CreateModel(
            name="SearchLemma",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("locale", models.CharField(max_length=12)),
                ("token", models.CharField(max_length=500)),
                ("pages", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("locale", "token"), name="search_unique_lemma")
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("page_id", models.BigIntegerField()),
                (
                    "lemma",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="search.searchlemma",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["page_id"], name="search_key_by_page")],
                "constraints": [
                    models.UniqueConstraint(fields=("lemma", "page_id"), name="search_unique_key")
                ],
            },
        ),
    ]
