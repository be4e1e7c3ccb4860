from django.db import migrations

from govlab.core.row_places import give_places

ROWS = ("NewsTopic",)


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(give_places("news", ROWS), migrations.RunPython.noop),
    ]
