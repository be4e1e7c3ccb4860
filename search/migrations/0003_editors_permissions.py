"""Wagtail's groups of editors may say what search finds."""

from django.db import migrations

GROUPS = ("Editors", "Moderators")
MODELS = {"searchsynonym": "synonym", "promotion": "promoted result"}


def allow(apps, schema_editor):
    content_types = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    groups = list(apps.get_model("auth", "Group").objects.filter(name__in=GROUPS))
    for model, name in MODELS.items():
        kind, _ = content_types.get_or_create(app_label="search", model=model)
        for action in ("add", "change", "delete"):
            permission, _ = permissions.get_or_create(
                content_type=kind,
                codename=f"{action}_{model}",
                defaults={"name": f"Can {action} {name}"},
            )
            for group in groups:
                group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_editors"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0002_initial_data"),
    ]

    operations = [migrations.RunPython(allow, migrations.RunPython.noop)]
