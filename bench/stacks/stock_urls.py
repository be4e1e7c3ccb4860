"""Wagtail's pages, and its API v2 and v3, with the fields that this project's own documents have."""

from typing import Any

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.api import APIField
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.images.api.fields import ImageRenditionField

from bench.stacks import stock_pages
from news.models import NewsPage, NewsTopic

topic_model: Any = NewsTopic
page_model: Any = NewsPage
topic_model.api_fields = [APIField("topic")]
page_model.api_fields = [
    APIField("summary"),
    APIField("date"),
    APIField("kind"),
    APIField("institution"),
    APIField("topics"),
    APIField("listing_image"),
    APIField("listing_image_large", ImageRenditionField("width-1280", source="listing_image")),
    APIField("listing_image_alt"),
    APIField("is_sample"),
    APIField("body"),
]

router = WagtailAPIRouter("wagtailapi")
router.register_endpoint("pages", PagesAPIViewSet)

# v3 builds its types from `api_fields` when it is imported.
from wagtail.api.v3.urls import api  # noqa: E402

urlpatterns = [
    path("admin/", include(admin_urls)),
    path("api/v2/", router.urls),
    path("api/v3/", api.urls),
    *i18n_patterns(path("", include(wagtail_urls))),
]
stock_pages.install()
