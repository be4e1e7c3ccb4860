from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    """The frame around pages and search: what needs both stands here, above them."""

    name = "govlab.website"
    label = "website"
