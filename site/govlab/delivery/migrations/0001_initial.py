import django.db.models.deletion
import django.db.models.functions.text
import govlab.delivery.models.head
from django.db import migrations, models


def mark_everything(apps, schema_editor):
    """A site that has pages already gets their documents from the worker's first round."""
    apps.get_model("delivery", "Mark").objects.create(scope="everything", reason="the log is new")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="ConsumerCursor",
            fields=[
                ("name", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("sequence", models.BigIntegerField(default=0)),
                ("moved_at", models.DateTimeField(auto_now=True)),
                ("error", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Divergence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(db_index=True)),
                ("page_id", models.PositiveBigIntegerField()),
                ("path", models.TextField()),
                ("message", models.TextField()),
                ("detail", models.TextField(blank=True)),
                ("found_at", models.DateTimeField()),
                ("mended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-found_at", "-pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Head",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False),
                ),
                (
                    "epoch",
                    models.CharField(default=govlab.delivery.models.head.new_epoch, max_length=12),
                ),
                ("database", models.CharField(blank=True, max_length=200)),
                ("address", models.CharField(blank=True, max_length=255)),
                ("sequence", models.BigIntegerField(default=0)),
                ("revision", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="LogCheck",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False),
                ),
                ("cursor", models.UUIDField(blank=True, null=True)),
                ("started_at", models.DateTimeField()),
                ("compared_at", models.DateTimeField()),
                ("total", models.PositiveIntegerField(default=0)),
                ("groups", models.PositiveIntegerField(default=0)),
                ("found", models.PositiveIntegerField(default=0)),
                ("last_started_at", models.DateTimeField(blank=True, null=True)),
                ("last_finished_at", models.DateTimeField(blank=True, null=True)),
                ("last_groups", models.PositiveIntegerField(default=0)),
                ("last_found", models.PositiveIntegerField(default=0)),
            ],
            options={
                "permissions": [("see_state", "Can see the state of publishing")],
                "default_permissions": (),
                "verbose_name": "log check",
                "verbose_name_plural": "log checks",
            },
        ),
        migrations.CreateModel(
            name="WorkerHeartbeat",
            fields=[
                ("name", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("seen_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("page_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("type", models.CharField(max_length=40)),
                ("collection", models.CharField(blank=True, max_length=40)),
                ("locale", models.CharField(max_length=12)),
                ("translation_key", models.UUIDField(db_index=True)),
                ("path", models.TextField()),
                (
                    "path_start",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.text.Left("path", 200),
                        output_field=models.CharField(max_length=200),
                    ),
                ),
                ("sequence", models.BigIntegerField(unique=True)),
                ("live", models.BooleanField()),
                ("reason", models.CharField(blank=True, max_length=40)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("updated_at", models.DateTimeField()),
                ("published_at", models.DateTimeField(null=True)),
                ("json", models.TextField(blank=True)),
                ("summary_json", models.TextField(blank=True)),
                ("card_json", models.TextField(blank=True)),
                ("sort_date", models.DateTimeField()),
                ("sort_title", models.CharField(blank=True, max_length=255)),
                ("tree_path", models.CharField(max_length=255)),
                ("in_menu", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("live", True)),
                        fields=["collection", "locale", "-sort_date", "-page_id"],
                        name="delivery_doc_by_date",
                    ),
                    models.Index(
                        condition=models.Q(("live", True)),
                        fields=["locale", "-sort_date", "-page_id"],
                        name="delivery_doc_all_by_date",
                    ),
                    models.Index(
                        condition=models.Q(("live", True)),
                        fields=["collection", "locale", "sort_title", "page_id"],
                        name="delivery_doc_by_title",
                    ),
                    models.Index(fields=["path_start"], name="delivery_doc_path"),
                    models.Index(fields=["tree_path"], name="delivery_doc_tree"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[
                            ("group", "Group"),
                            ("subtree", "Subtree"),
                            ("aliases", "Aliases"),
                            ("reference", "Reference"),
                            ("everything", "Everything"),
                            ("routes", "Routes"),
                        ],
                        max_length=12,
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=255)),
                ("reason", models.CharField(max_length=60)),
                (
                    "priority",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "Edited"), (1, "Wide"), (2, "Dependent"), (3, "Bulk")],
                        default=0,
                    ),
                ),
                ("cursor", models.CharField(blank=True, max_length=255)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("not_before", models.DateTimeField(blank=True, null=True)),
                ("error", models.TextField(blank=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["scope", "key"], name="delivery_mark_key"),
                    models.Index(fields=["priority", "id"], name="delivery_mark_priority"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentFacet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40)),
                ("value", models.CharField(max_length=200)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="facets",
                        to="delivery.document",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("name", "value", "document"), name="delivery_unique_facet"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentReference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=80)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="references",
                        to="delivery.document",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key", "document"), name="delivery_unique_reference"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ScheduledFailure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        choices=[("publish", "Publication"), ("expire", "Expiry")], max_length=10
                    ),
                ),
                ("object_id", models.CharField(max_length=255)),
                ("revision_id", models.BigIntegerField(blank=True, null=True)),
                ("due_at", models.DateTimeField()),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("tried_at", models.DateTimeField()),
                ("next_try_at", models.DateTimeField()),
                ("reasons", models.JSONField(default=dict)),
                ("error", models.TextField(blank=True)),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="contenttypes.contenttype",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("action", "content_type", "object_id"),
                        name="delivery_unique_scheduled_failure",
                    )
                ],
            },
        ),
        migrations.RunPython(mark_everything, migrations.RunPython.noop),
    ]
