import django.core.serializers.json
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]

    operations = [
        migrations.CreateModel(
            name="HomePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="One or two sentences for lists, search results and shared links.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "listing_image_alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for people who do not see it. Leave empty if it is decorative.",
                        max_length=200,
                        verbose_name="image description",
                    ),
                ),
                (
                    "body",
                    models.JSONField(
                        blank=True,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="body",
                    ),
                ),
                (
                    "is_sample",
                    models.BooleanField(
                        default=False,
                        help_text="The page is an example, not the laboratory's own work; readers are told so.",
                        verbose_name="sample content",
                    ),
                ),
                (
                    "listing_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown at the top of the page and beside its title in lists.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.siteimage",
                        verbose_name="listing image",
                    ),
                ),
            ],
            options={
                "verbose_name": "home page",
                "verbose_name_plural": "home pages",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="MethodIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="One or two sentences for lists, search results and shared links.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "listing_image_alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for people who do not see it. Leave empty if it is decorative.",
                        max_length=200,
                        verbose_name="image description",
                    ),
                ),
                (
                    "body",
                    models.JSONField(
                        blank=True,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="body",
                    ),
                ),
                (
                    "is_sample",
                    models.BooleanField(
                        default=False,
                        help_text="The page is an example, not the laboratory's own work; readers are told so.",
                        verbose_name="sample content",
                    ),
                ),
                (
                    "listing_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown at the top of the page and beside its title in lists.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.siteimage",
                        verbose_name="listing image",
                    ),
                ),
            ],
            options={
                "verbose_name": "method index",
                "verbose_name_plural": "method indexes",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="MethodPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="One or two sentences for lists, search results and shared links.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "listing_image_alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for people who do not see it. Leave empty if it is decorative.",
                        max_length=200,
                        verbose_name="image description",
                    ),
                ),
                (
                    "body",
                    models.JSONField(
                        blank=True,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="body",
                    ),
                ),
                (
                    "is_sample",
                    models.BooleanField(
                        default=False,
                        help_text="The page is an example, not the laboratory's own work; readers are told so.",
                        verbose_name="sample content",
                    ),
                ),
                (
                    "purpose",
                    models.TextField(
                        help_text="What the method is good for.",
                        max_length=500,
                        verbose_name="purpose",
                    ),
                ),
                (
                    "phase",
                    models.CharField(
                        choices=[
                            ("empathise", "Empathise"),
                            ("define", "Define"),
                            ("ideate", "Ideate"),
                            ("prototype", "Prototype"),
                            ("test", "Test"),
                        ],
                        help_text="The phase of design thinking it belongs to.",
                        max_length=20,
                        verbose_name="phase",
                    ),
                ),
                (
                    "duration_min",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="minimum duration",
                    ),
                ),
                (
                    "duration_max",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="maximum duration",
                    ),
                ),
                (
                    "duration_unit",
                    models.CharField(
                        choices=[
                            ("minutes", "Minutes"),
                            ("hours", "Hours"),
                            ("days", "Days"),
                            ("weeks", "Weeks"),
                        ],
                        default="minutes",
                        max_length=10,
                        verbose_name="unit of duration",
                    ),
                ),
                (
                    "people_min",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="minimum number of people",
                    ),
                ),
                (
                    "people_max",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="maximum number of people",
                    ),
                ),
                (
                    "difficulty",
                    models.CharField(
                        choices=[
                            ("easy", "Easy"),
                            ("moderate", "Moderate"),
                            ("demanding", "Demanding"),
                        ],
                        default="easy",
                        max_length=20,
                        verbose_name="difficulty",
                    ),
                ),
                (
                    "listing_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown at the top of the page and beside its title in lists.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.siteimage",
                        verbose_name="listing image",
                    ),
                ),
            ],
            options={
                "verbose_name": "method",
                "verbose_name_plural": "methods",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="MissionPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="One or two sentences for lists, search results and shared links.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "listing_image_alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for people who do not see it. Leave empty if it is decorative.",
                        max_length=200,
                        verbose_name="image description",
                    ),
                ),
                (
                    "body",
                    models.JSONField(
                        blank=True,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="body",
                    ),
                ),
                (
                    "is_sample",
                    models.BooleanField(
                        default=False,
                        help_text="The page is an example, not the laboratory's own work; readers are told so.",
                        verbose_name="sample content",
                    ),
                ),
                (
                    "statement",
                    models.TextField(
                        help_text="What the laboratory is for, in a sentence or two.",
                        max_length=500,
                        verbose_name="mission statement",
                    ),
                ),
                (
                    "why",
                    wagtail.fields.RichTextField(
                        blank=True, verbose_name="why the laboratory exists"
                    ),
                ),
                (
                    "listing_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown at the top of the page and beside its title in lists.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.siteimage",
                        verbose_name="listing image",
                    ),
                ),
            ],
            options={
                "verbose_name": "mission page",
                "verbose_name_plural": "mission pages",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="StandardPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "summary",
                    models.TextField(
                        help_text="One or two sentences for lists, search results and shared links.",
                        max_length=300,
                        verbose_name="summary",
                    ),
                ),
                (
                    "listing_image_alt",
                    models.CharField(
                        blank=True,
                        help_text="What the picture shows, for people who do not see it. Leave empty if it is decorative.",
                        max_length=200,
                        verbose_name="image description",
                    ),
                ),
                (
                    "body",
                    models.JSONField(
                        blank=True,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        verbose_name="body",
                    ),
                ),
                (
                    "is_sample",
                    models.BooleanField(
                        default=False,
                        help_text="The page is an example, not the laboratory's own work; readers are told so.",
                        verbose_name="sample content",
                    ),
                ),
                (
                    "listing_image",
                    models.ForeignKey(
                        blank=True,
                        help_text="Shown at the top of the page and beside its title in lists.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.siteimage",
                        verbose_name="listing image",
                    ),
                ),
            ],
            options={
                "verbose_name": "standard page",
                "verbose_name_plural": "standard pages",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="MethodMaterial",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "title",
                    models.CharField(
                        blank=True,
                        help_text="Defaults to the attachment's title.",
                        max_length=160,
                        verbose_name="title",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtaildocs.document",
                        verbose_name="document",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="materials",
                        to="home.methodpage",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
                "verbose_name": "material",
                "verbose_name_plural": "materials",
            },
        ),
        migrations.CreateModel(
            name="MethodSource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                (
                    "publisher",
                    models.CharField(blank=True, max_length=120, verbose_name="publisher"),
                ),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sources",
                        to="home.methodpage",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
                "verbose_name": "source",
                "verbose_name_plural": "sources",
            },
        ),
        migrations.CreateModel(
            name="MethodStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("text", models.TextField(max_length=1000, verbose_name="text")),
                (
                    "image_alt",
                    models.CharField(
                        blank=True,
                        help_text="Leave empty if the picture is decorative.",
                        max_length=200,
                        verbose_name="image description",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.siteimage",
                        verbose_name="picture",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="home.methodpage",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
                "verbose_name": "step",
                "verbose_name_plural": "steps",
            },
        ),
        migrations.CreateModel(
            name="MissionMilestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("year", models.PositiveSmallIntegerField(verbose_name="year")),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("text", models.TextField(blank=True, max_length=600, verbose_name="text")),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="timeline",
                        to="home.missionpage",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
                "verbose_name": "milestone",
                "verbose_name_plural": "milestones",
            },
        ),
        migrations.CreateModel(
            name="MissionLaboratory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "laboratory",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="core.laboratory",
                        verbose_name="laboratory",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="laboratories",
                        to="home.missionpage",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
                "verbose_name": "laboratory",
                "verbose_name_plural": "laboratories",
            },
        ),
        migrations.CreateModel(
            name="MissionVision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("text", models.TextField(max_length=500, verbose_name="text")),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="vision",
                        to="home.missionpage",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
                "verbose_name": "vision",
                "verbose_name_plural": "visions",
            },
        ),
    ]
