"""What crawlers may read, and whom to tell of a vulnerability."""

import datetime as dt

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from govlab.core.language_middleware import in_no_language
from govlab.delivery.site_address import absolute

_TEXT = "text/plain; charset=utf-8"
# RFC 9116 recommends less than a year.
_VALID = dt.timedelta(days=180)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = (
        "User-agent: *",
        f"Disallow: {reverse('wagtailadmin_home')}",
        f"Sitemap: {absolute(reverse('sitemap'))}",
    )
    return in_no_language(HttpResponse("\n".join(lines) + "\n", content_type=_TEXT))


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116. Raises Http404 without a contact, since a file without one is invalid."""
    if not settings.GOVLAB_SECURITY_CONTACT:
        raise Http404("SECURITY_CONTACT is not set.")
    expires = (timezone.now() + _VALID).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = (
        f"Contact: {settings.GOVLAB_SECURITY_CONTACT}",
        f"Expires: {expires.astimezone(dt.UTC).isoformat().replace('+00:00', 'Z')}",
        f"Preferred-Languages: {', '.join(code for code, _ in settings.LANGUAGES)}",
        f"Canonical: {absolute(reverse('security_txt'))}",
    )
    return in_no_language(HttpResponse("\n".join(lines) + "\n", content_type=_TEXT))
