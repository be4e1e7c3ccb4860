from django.db import migrations


def start_over(apps, schema_editor):
    """Entries are made from the log: the worker makes them again, normalised."""
    apps.get_model("search", "SearchEntry").objects.all().delete()
    cursors = apps.get_model("delivery", "ConsumerCursor").objects
    cursors.filter(name="search-database").update(sequence=0)


class Migration(migrations.Migration):
    dependencies = [("search", "0006_entry_length"), ("delivery", "0002_log")]

    operations = [migrations.RunPython(start_over, migrations.RunPython.noop)]
