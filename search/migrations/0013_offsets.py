import search.models.entry
from typing import Any

from django.db import migrations, models

COLUMNS = ("offsets", "file_offsets")
# As for places: a server may have been built without LZ4, and PostgreSQL before version 14 has one
# way to compress.
_KNOWS_LZ4 = (
    "SELECT 'lz4' = ANY(enumvals) FROM pg_settings WHERE name = 'default_toast_compression'"
)


def compress_with_lz4(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(_KNOWS_LZ4)
        if cursor.fetchone() == (True,):
            for column in COLUMNS:
                cursor.execute(
                    f"ALTER TABLE search_searchentry ALTER COLUMN {column} SET COMPRESSION lz4"
                )


def index_again(apps: Any, schema_editor: Any) -> None:
    """The worker stores all pages again from the log, with the offsets of their tokens."""
    apps.get_model("search", "SearchEntry").objects.update(sequence=0)
    cursors = apps.get_model("delivery", "ConsumerCursor").objects
    cursors.filter(name="search-database").update(sequence=0)


class Migration(migrations.Migration):
    dependencies = [("search", "0012_related_terms")]

    operations = [
        *(
            migrations.AddField(
                "searchentry",
                column,
                models.JSONField(default=dict, encoder=search.models.entry.ReadableEncoder),
            )
            for column in COLUMNS
        ),
        migrations.RunPython(compress_with_lz4, migrations.RunPython.noop),
        migrations.RunPython(index_again, migrations.RunPython.noop),
    ]
