"""The tables of search, and what Wagtail's groups of editors may do with them."""

import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import search.models.languages
import search.models.phrases
from django.conf import settings
from django.db import migrations, models


GROUPS = ("Editors", "Moderators")
MODELS = {"searchsynonym": "synonym", "promotion": "promoted result"}


def allow_editors(apps, schema_editor):
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
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        # It makes the groups.
        ("wagtailcore", "0002_initial_data"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Promotion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "locale",
                    models.CharField(
                        choices=search.models.languages.languages,
                        default=search.models.languages.default_language,
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                (
                    "queries",
                    search.models.phrases.PhrasesField(
                        help_text="What readers ask, one query a line, in any form. The pages are put first where somebody asks exactly this, not where it is only a part of the query.",
                        most=20,
                        verbose_name="queries",
                    ),
                ),
                (
                    "until",
                    models.DateField(
                        blank=True,
                        help_text="After this day the pages are no longer put first. Leave empty for always.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
            ],
            options={
                "verbose_name": "promoted result",
                "verbose_name_plural": "promoted results",
                "ordering": ["queries", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SearchIndex",
            fields=[
                ("locale", models.CharField(max_length=12, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                ("uuid", models.CharField(max_length=40)),
                ("dictionaries", models.BooleanField()),
            ],
        ),
        migrations.CreateModel(
            name="SearchSynonym",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "locale",
                    models.CharField(
                        choices=search.models.languages.languages,
                        default=search.models.languages.default_language,
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("equal", "All mean the same: each finds all the others"),
                            (
                                "one_way",
                                "One way: the first words also find the second, not the other way round",
                            ),
                        ],
                        default="equal",
                        max_length=8,
                        verbose_name="how they belong together",
                    ),
                ),
                (
                    "words",
                    search.models.phrases.PhrasesField(
                        help_text="One word or phrase a line. Any form will do: the search knows the inflections and does without diacritics.",
                        most=8,
                        verbose_name="words",
                    ),
                ),
                (
                    "means",
                    search.models.phrases.PhrasesField(
                        blank=True,
                        help_text="Only for “One way”: what else to find. One word or phrase a line.",
                        most=8,
                        verbose_name="also find",
                    ),
                ),
            ],
            options={
                "verbose_name": "synonym",
                "verbose_name_plural": "synonyms",
                "ordering": ["words", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PromotedPage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.WAGTAIL_PAGE_MODEL,
                        verbose_name="page",
                    ),
                ),
                (
                    "promotion",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pages",
                        to="search.promotion",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("page_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("locale", models.CharField(max_length=12)),
                ("sequence", models.BigIntegerField()),
                ("date", models.DateTimeField()),
                ("type", models.CharField(max_length=40)),
                ("title", models.TextField()),
                ("terms", models.TextField()),
                ("headings", models.TextField()),
                ("summary", models.TextField()),
                ("body", models.TextField()),
                ("length", models.PositiveIntegerField()),
                ("prefixes", models.TextField()),
                ("text", models.TextField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["locale", "-date"], name="search_entry_by_date"),
                    models.Index(fields=["locale", "length"], name="search_entry_length"),
                ],
            },
            bases=(modelsearch.index.Indexed, models.Model),
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
                    models.Index(fields=["locale", "initial"], name="search_word_by_initial")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("locale", "word"), name="search_unique_word")
                ],
            },
        ),
        migrations.CreateModel(
            name="ZeroResultQuery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "locale",
                    models.CharField(
                        choices=search.models.languages.languages,
                        max_length=12,
                        verbose_name="language",
                    ),
                ),
                ("text", models.CharField(max_length=80, verbose_name="query")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="times asked")),
                ("first_day", models.DateField(verbose_name="first asked")),
                ("last_day", models.DateField(verbose_name="last asked")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("handled", "Handled"),
                            ("dismissed", "Dismissed"),
                        ],
                        default="open",
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
            ],
            options={
                "verbose_name": "query without results",
                "verbose_name_plural": "queries without results",
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["locale", "state", "count"], name="search_zero_result_rarest"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locale", "text"), name="search_unique_zero_result"
                    )
                ],
            },
        ),
        migrations.RunPython(allow_editors, migrations.RunPython.noop),
    ]
