from django.db import migrations

from govlab.core.row_places import give_places

ROWS = (
    "CaseInstitution",
    "CaseTopic",
    "CaseMethod",
    "CaseOutcome",
    "CaseGalleryImage",
    "CaseDocument",
)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0003_initial"),
    ]

    operations = [
        migrations.RunPython(give_places("cases", ROWS), migrations.RunPython.noop),
    ]
