import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="NewsIndexPage",
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
                "verbose_name": "news index",
                "verbose_name_plural": "news indexes",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="NewsPage",
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
                    "date",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="date"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("announcement", "Announcement"),
                            ("event", "Event"),
                            ("result", "Result"),
                        ],
                        default="announcement",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "event_start",
                    models.DateTimeField(blank=True, null=True, verbose_name="event starts"),
                ),
                (
                    "event_end",
                    models.DateTimeField(blank=True, null=True, verbose_name="event ends"),
                ),
                ("event_place", models.CharField(blank=True, max_length=200, verbose_name="place")),
                (
                    "institution",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.institution",
                        verbose_name="institution",
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
                "verbose_name": "news item",
                "verbose_name_plural": "news items",
            },
            bases=("wagtailcore.page",),
        ),
        migrations.CreateModel(
            name="NewsTopic",
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
                        related_name="topics",
                        to="news.newspage",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="core.topic",
                        verbose_name="topic",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
            },
        ),
    ]
