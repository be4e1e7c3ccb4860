"""A project that sets nothing gets what the guide says."""

from collections.abc import Callable
from typing import Any

import pytest

from govlab.delivery import conf
from govlab.delivery.api.middleware import REQUESTS
from govlab.limits.clients import trusted_proxies
from tests.plugin import guide

DEFAULTS: list[tuple[str, Callable[[], Any], Any]] = [
    ("GOVLAB_INLINE_RELAY", conf.inline_relay, True),
    ("GOVLAB_SITE_URL", conf.site_url, ""),
    ("GOVLAB_API_PREFIX", conf.api_prefix, ""),
    ("GOVLAB_API_TITLE", conf.api_title, "Inovācijas laboratorija: published content"),
    ("GOVLAB_API_DESCRIPTION", conf.api_description, conf.API_DESCRIPTION),
    ("GOVLAB_API_VERSION", conf.api_version, "1.0.0"),
    ("GOVLAB_API_CACHE_BYTES", conf.api_cache_bytes, 64 * 1024 * 1024),
    ("GOVLAB_ALPHABETS", conf.alphabets, {}),
    ("GOVLAB_RICH_TEXT_TAGS", conf.rich_text_tags, frozenset(conf.RICH_TEXT_TAGS)),
    ("GOVLAB_API_REQUESTS_PER_MINUTE", lambda: REQUESTS.times, 600),
    ("GOVLAB_TRUSTED_PROXIES", trusted_proxies, 0),
]


@pytest.mark.parametrize(("name", "read", "default"), DEFAULTS, ids=[row[0] for row in DEFAULTS])
def test_default(settings: Any, name: str, read: Callable[[], Any], default: Any) -> None:
    if hasattr(settings, name):
        delattr(settings, name)
    assert read() == default
    assert f"`{name}`" in guide.PAGE.read_text()


def test_a_title_without_a_name(settings: Any) -> None:
    del settings.WAGTAIL_SITE_NAME
    assert conf.api_title() == "Published content"
