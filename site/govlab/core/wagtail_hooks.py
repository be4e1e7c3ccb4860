from typing import Any

from django.urls import URLPattern, path
from wagtail import hooks


@hooks.register("register_admin_urls")
def upload_urls() -> list[URLPattern]:
    from .uploads.views import upload

    return [path("uploads/<path:name>", upload, name="govlab_upload")]


# After Wagtail's own, which it replaces.
@hooks.register("register_rich_text_features", order=100)
def document_links(features: Any) -> None:
    from .uploads.links import OpenDocumentLinkHandler

    features.register_link_type(OpenDocumentLinkHandler)
