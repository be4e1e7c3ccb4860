"""Stock Wagtail on the same pages: its own APIs and templates, and nothing of ours when a page is
published."""

from pathlib import Path

from tools.production_settings import *  # noqa: F403
from tools.production_settings import INSTALLED_APPS, MIDDLEWARE, TEMPLATES

INSTALLED_APPS = [
    *(app for app in INSTALLED_APPS if app != "govlab.delivery"),
    "bench.stacks.quiet.QuietDeliveryConfig",
    "wagtail.api.v2",
    "wagtail.api.v3",
    "rest_framework",
]
MIDDLEWARE = [
    *(name for name in MIDDLEWARE if not name.startswith("govlab.")),
    "django.middleware.locale.LocaleMiddleware",
]
TEMPLATES = [TEMPLATES[0] | {"DIRS": [Path(__file__).parent / "templates"]}]
ROOT_URLCONF = "bench.stacks.stock_urls"
WAGTAILAPI_LIMIT_MAX = 100
