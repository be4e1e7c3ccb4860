from typing import Any

from django.urls import URLPattern, path
from wagtail import hooks

from .page_links import PublicPageLink
from .uploads.links import OpenDocumentLink
from .uploads.views import upload


@hooks.register("register_admin_urls")
def upload_urls() -> list[URLPattern]:
    return [path("uploads/<path:name>", upload, name="govlab_upload")]


@hooks.register("register_rich_text_features", order=100)
def public_links(features: Any) -> None:
    """Registered after Wagtail's handlers, to replace them."""
    features.register_link_type(PublicPageLink)
    features.register_link_type(OpenDocumentLink)
