"""Restricts the admin API to what the account may see."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from wagtail.admin.api.serializers import (
    AdminPageSerializer,
    PageAncestorsField,
    PageTranslationsField,
)
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.api.v2.serializers import PageAliasOfField
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import Page

from ..together.api_actions import API_ACTIONS
from ..translation.rights import is_locked
from ..visibility import visible_files


class _OnlyExplorable:
    context: dict[str, Any]

    def to_representation(self, page: Page) -> list[Any]:
        shown = super().to_representation(page)  # type: ignore[misc]
        keys = [item["id"] for item in shown]
        explorable = self.context["base_queryset"].filter(pk__in=keys)
        allowed = set(explorable.values_list("pk", flat=True))
        return [item for item in shown if item["id"] in allowed]


class AncestorsField(_OnlyExplorable, PageAncestorsField):
    pass


class TranslationsField(_OnlyExplorable, PageTranslationsField):
    pass


class AliasOfField(PageAliasOfField):
    def get_attribute(self, instance: Page) -> Page | None:
        original = super().get_attribute(instance)
        explorable = self.context["base_queryset"]
        return original if original and explorable.filter(pk=original.pk).exists() else None


class PageSerializer(AdminPageSerializer):
    ancestors = AncestorsField(read_only=True)
    translations = TranslationsField(read_only=True)
    alias_of = AliasOfField(read_only=True)


class PagesViewSet(PagesAdminAPIViewSet):
    base_serializer_class = PageSerializer
    actions = PagesAdminAPIViewSet.actions | API_ACTIONS

    def action_view(self, request: Any, pk: int, action_name: str) -> Any:
        """Refuse actions on pages that are locked for the account, as the editor does."""
        if is_locked(request.user, self.get_object()):
            raise PermissionDenied
        return super().action_view(request, pk, action_name)


class DocumentsViewSet(DocumentsAdminAPIViewSet):
    def get_queryset(self) -> QuerySet[Any]:
        return visible_files(self.request.user, super().get_queryset())


class ImagesViewSet(ImagesAdminAPIViewSet):
    def get_queryset(self) -> QuerySet[Any]:
        return visible_files(self.request.user, super().get_queryset())


def register_endpoints(router: Any) -> None:
    """Wagtail's hook: replace the endpoints of the same names."""
    router.register_endpoint("pages", PagesViewSet)
    router.register_endpoint("documents", DocumentsViewSet)
    router.register_endpoint("images", ImagesViewSet)
