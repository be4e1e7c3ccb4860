from django.db import migrations, models


def mark_everything(apps, schema_editor):
    """Documents get their new fields from the worker's first round."""
    apps.get_model("delivery", "Mark").objects.create(
        scope="everything", reason="translation dates are new"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("delivery", "0003_batches_of_marks"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="source_changed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="translated_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="document",
            name="translation_status",
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddIndex(
            model_name="document",
            index=models.Index(
                condition=models.Q(("live", True)),
                fields=["locale", "translation_status", "page_id"],
                name="delivery_doc_coverage",
            ),
        ),
        migrations.RunPython(mark_everything, migrations.RunPython.noop),
    ]
