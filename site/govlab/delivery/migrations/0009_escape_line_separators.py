from django.db import migrations
from django.db.models import F, Value
from django.db.models.functions import Replace

COLUMNS = ("json", "summary_json", "card_json")


def escape(apps, schema_editor):
    """As new documents are stored. Digests are over parsed values and stay."""
    documents = apps.get_model("delivery", "Document").objects.all()
    for end in "\u0085\u2028\u2029":
        for column in COLUMNS:
            documents.filter(**{f"{column}__contains": end}).update(
                **{column: Replace(F(column), Value(end), Value(f"\\u{ord(end):04x}"))}
            )


class Migration(migrations.Migration):
    dependencies = [("delivery", "0008_pictures_measured")]

    operations = [migrations.RunPython(escape, migrations.RunPython.noop)]
