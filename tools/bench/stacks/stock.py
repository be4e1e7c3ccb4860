"""Stock Wagtail on the same pages: its own APIs, and nothing of ours when a page is published."""

from .product import *  # noqa: F403
from .product import INSTALLED_APPS, MIDDLEWARE

INSTALLED_APPS = [
    *(app for app in INSTALLED_APPS if app != "govlab.delivery"),
    "tools.bench.stacks.quiet.QuietDeliveryConfig",
    "wagtail.api.v2",
    "wagtail.api.v3",
    "rest_framework",
]
MIDDLEWARE = [name for name in MIDDLEWARE if not name.startswith("govlab.")]
ROOT_URLCONF = "tools.bench.stacks.stock_urls"
WAGTAILAPI_LIMIT_MAX = 100
