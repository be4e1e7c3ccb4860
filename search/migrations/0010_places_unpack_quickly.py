from typing import Any

from django.db import migrations

# With LZ4, the places of a hundred pages are read in half the time, and are no larger. A server
# may have been built without it.
_KNOWS_LZ4 = (
    "SELECT 'lz4' = ANY(enumvals) FROM pg_settings WHERE name = 'default_toast_compression'"
)
_COMPRESS = "ALTER TABLE search_searchentry ALTER COLUMN places SET COMPRESSION lz4"
# What is stored already is compressed again when it is written.
_REWRITE = "UPDATE search_searchentry SET places = places || '{}'::jsonb"


def compress_with_lz4(apps: Any, schema_editor: Any) -> None:
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(_KNOWS_LZ4)
        # No row: PostgreSQL before version 14, which has one way to compress.
        if cursor.fetchone() == (True,):
            cursor.execute(_COMPRESS)
            cursor.execute(_REWRITE)


class Migration(migrations.Migration):
    dependencies = [("search", "0009_english_stems")]

    operations = [migrations.RunPython(compress_with_lz4, migrations.RunPython.noop)]
