import json
from typing import Any

from django.db import migrations

from ..alphabet import sort_key


def put_in_order(apps: Any, schema_editor: Any) -> None:
    """As new documents are stored; no document changes by it."""
    documents = apps.get_model("delivery", "Document").objects
    live = documents.filter(live=True).values_list("pk", "locale", "summary_json")
    for pk, locale, summary in live.order_by("pk").iterator():
        documents.filter(pk=pk).update(sort_title=sort_key(json.loads(summary)["title"], locale))


class Migration(migrations.Migration):
    dependencies = [("delivery", "0009_escape_line_separators")]

    operations = [migrations.RunPython(put_in_order, migrations.RunPython.noop)]
