"""URLs: the admin and machine interfaces outside the language prefixes, pages inside."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as admin_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from govlab.core.language import preferred_language
from govlab.delivery.changes import atomic_changes
from govlab.editing.access.addresses import bad_request_for_missing_fields, guard
from govlab.editing.keeping.busy import offers_retry
from govlab.editing.keeping.requests import keeps_input
from govlab.editing.refusals import tell_refusals

_admin_urls = guard(admin_urls.urlpatterns)
# The last one is the outermost.
for decorator in (
    atomic_changes,
    tell_refusals,
    bad_request_for_missing_fields,
    offers_retry,
    keeps_input,
):
    decorate_urlpatterns(_admin_urls, decorator)

handler400 = "govlab.editing.keeping.failures.bad_request"
handler500 = "govlab.editing.keeping.failures.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", preferred_language),
    path("", include("govlab.delivery.urls")),
    path("admin/", include(_admin_urls)),
    path("", include("govlab.website.root_urls")),
    path("design/", RedirectView.as_view(pattern_name="design")),
]

if settings.GOVLAB_SERVE_MEDIA:
    urlpatterns.append(
        re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT})
    )

urlpatterns += i18n_patterns(
    path("", include("govlab.website.urls")),
    path("", include(wagtail_urls)),
)
