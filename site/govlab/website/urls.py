"""URLs of the site's own views, under the language prefix."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView

from .browser_files import manifest, opensearch
from .design_page import design_page
from .search import search_page

urlpatterns = [
    path(_("search/"), search_page, name="search"),
    path("opensearch.xml", opensearch, name="opensearch"),
    path("site.webmanifest", manifest, name="manifest"),
    path("design/", design_page, name="design"),
    # Where the page was before, as others may have linked to it.
    path(
        "meklesana/",
        RedirectView.as_view(pattern_name="search", permanent=True, query_string=True),
    ),
]
