from django.db import migrations, models


def start_over(apps, schema_editor):
    """Entries are made from the log: the worker makes them again, with what was added here."""
    apps.get_model("search", "SearchEntry").objects.all().delete()
    cursors = apps.get_model("delivery", "ConsumerCursor").objects
    cursors.filter(name="search-database").update(sequence=0)


def text():
    return models.TextField(default="")


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0003_editors_permissions"),
        ("delivery", "0002_log"),
    ]

    operations = [
        migrations.RunPython(start_over, start_over),
        *(
            migrations.AddField("searchentry", name, text(), preserve_default=False)
            for name in ("terms", "headings", "summary", "beginnings")
        ),
        migrations.AddField(
            "searchentry",
            "type",
            models.CharField(default="", max_length=40),
            preserve_default=False,
        ),
        migrations.AddField(
            "searchentry", "length", models.PositiveIntegerField(default=0), preserve_default=False
        ),
        migrations.CreateModel(
            name="SearchKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("page_id", models.BigIntegerField()),
                ("locale", models.CharField(max_length=12)),
                ("token", models.CharField(max_length=500)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["locale", "token", "page_id"], name="search_key_by_token"),
                    models.Index(fields=["page_id"], name="search_key_by_page"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("locale", models.CharField(max_length=12)),
                ("word", models.CharField(max_length=60)),
                ("initial", models.CharField(max_length=4)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["locale", "initial"], name="search_word_by_initial"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=["locale", "word"], name="search_unique_word"),
                ],
            },
        ),
    ]
