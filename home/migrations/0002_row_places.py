from django.db import migrations

from govlab.core.row_places import give_places

ROWS = (
    "MethodStep",
    "MethodMaterial",
    "MethodSource",
    "MissionVision",
    "MissionLaboratory",
    "MissionMilestone",
)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(give_places("home", ROWS), migrations.RunPython.noop),
    ]
