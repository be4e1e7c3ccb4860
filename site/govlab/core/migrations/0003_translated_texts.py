import hashlib
import json

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models
from django.db.models import F


def record_published_translations(apps, schema_editor):
    """Live translations that were published after the last synchronisation correspond to the
    synchronised texts. Others are out of date until they are published or confirmed."""
    review_model = apps.get_model("core", "TranslationReview")
    review_model.objects.update(compared_at=F("reviewed_at"))
    segments = apps.get_model("wagtail_localize", "StringSegment").objects.order_by("order")
    pages = apps.get_model("wagtailcore", "Page").objects.filter(
        live=True, last_published_at__isnull=False
    )
    translations = apps.get_model("wagtail_localize", "Translation").objects.filter(review=None)
    for translation in translations.select_related("source").iterator():
        source = translation.source
        page = pages.filter(
            translation_key=source.object_id, locale_id=translation.target_locale_id
        ).first()
        if page is None:
            continue
        texts = []
        if page.last_published_at >= source.last_updated_at:
            pairs = segments.filter(source=source).values_list("context__path", "string__data")
            texts = [list(pair) for pair in pairs]
        review_model.objects.create(
            translation=translation,
            reviewed_at=page.last_published_at,
            texts=texts,
            texts_digest=hashlib.sha256(json.dumps(sorted(texts)).encode()).hexdigest(),
            compared_at=source.last_updated_at if texts else page.last_published_at,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_review_dates"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [
        migrations.AddField(
            model_name="translationreview",
            name="compared_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
        migrations.AddField(
            model_name="translationreview",
            name="texts",
            field=models.JSONField(default=list),
        ),
        migrations.CreateModel(
            name="TranslatedRevision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("texts", models.JSONField()),
                ("synchronised_at", models.DateTimeField()),
                (
                    "revision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.revision",
                    ),
                ),
            ],
        ),
        migrations.RunPython(record_published_translations, migrations.RunPython.noop),
    ]
