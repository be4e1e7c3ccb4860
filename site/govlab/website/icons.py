"""The icons of the site, which `python -m tools.icons` draws from the mark."""

from django.templatetags.static import static

# Widths in pixels.
SIZES = (192, 512)
LARGEST = SIZES[-1]


def icon_url(site: str, size: int) -> str:
    """Return the URL of an icon. `site` is that of the site, with a trailing slash."""
    return site.rstrip("/") + static(f"govlab/icons/icon-{size}.png")
