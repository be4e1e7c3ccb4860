from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    """The layout around pages and search, and views that depend on both."""

    name = "govlab.website"
    label = "website"
