"""wagtail-localize's list of translations, restricted to those whose source and target the account
may see."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page, get_translatable_models
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation
from wagtail_localize.views.report import TranslationsReportView

from ..visibility import MODEL_ACTIONS, visible_pages


class TranslationList(TranslationsReportView):
    def get_queryset(self) -> QuerySet[Translation]:
        translations: QuerySet[Translation] = super().get_queryset()
        account = self.request.user
        pages = visible_pages(account).filter(translation_key=OuterRef("source__object_id"))
        return translations.filter(
            Q(source__specific_content_type__in=_visible_types(account))
            | Exists(pages.filter(locale=OuterRef("source__locale")))
            & Exists(pages.filter(locale=OuterRef("target_locale")))
        ).order_by("-source__last_updated_at", "-pk")


def _visible_types(account: Any) -> list[ContentType]:
    models = [
        model
        for model in get_translatable_models(include_subclasses=True)
        if not issubclass(model, Page)
        and policy_registry.get_by_type(model).user_has_any_permission(account, MODEL_ACTIONS)
    ]
    return list(ContentType.objects.get_for_models(*models).values())
