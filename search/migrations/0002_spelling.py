from typing import Any

from django.db import migrations, models

from search.text.deletions import prefix, rests
from search.text.dictionaries.folding import fold

CHUNK = 500


def fill(apps: Any, schema_editor: Any) -> None:
    """Derive the prefixes and their rests from the words that are there."""
    SearchWord = apps.get_model("search", "SearchWord")
    SearchPrefixRest = apps.get_model("search", "SearchPrefixRest")
    found: set[tuple[str, str]] = set()
    batch = []
    for row in SearchWord.objects.iterator():
        row.prefix = prefix(fold(row.word))
        found.add((row.locale, row.prefix))
        batch.append(row)
        if len(batch) == CHUNK:
            SearchWord.objects.bulk_update(batch, ["prefix"])
            batch = []
    SearchWord.objects.bulk_update(batch, ["prefix"])
    SearchPrefixRest.objects.bulk_create(
        (
            SearchPrefixRest(locale=locale, rest=rest, prefix=start)
            for locale, start in sorted(found)
            for rest in sorted(rests(start))
        ),
        batch_size=CHUNK,
    )


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [
        migrations.RemoveIndex("SearchWord", name="search_word_by_initial"),
        migrations.RemoveField("SearchWord", "initial"),
        migrations.AddField("SearchWord", "prefix", models.CharField(default="", max_length=16)),
        migrations.CreateModel(
            name="SearchPrefixRest",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "locale",
                        "rest",
                        "prefix",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("locale", models.CharField(max_length=12)),
                ("rest", models.CharField(max_length=16)),
                ("prefix", models.CharField(max_length=16)),
            ],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField("SearchWord", "prefix", models.CharField(max_length=16)),
        migrations.AddIndex(
            "SearchWord", models.Index(fields=["locale", "prefix"], name="search_word_by_prefix")
        ),
    ]
