from typing import Any

from wagtail import hooks

from .page_links import PublicPageLink


@hooks.register("register_rich_text_features", order=100)
def public_page_links(features: Any) -> None:
    """After Wagtail's own, which it replaces."""
    features.register_link_type(PublicPageLink)
