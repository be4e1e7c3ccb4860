"""URLs of the site's own views, under the language prefix."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView

from contact.references import PATTERN

from .browser_files import manifest, opensearch
from .design_page import design_page
from .problem import problem, problem_received
from .search import search_page
from .useful import useful, useful_thanks


class ReferenceConverter(StringConverter):
    """The reference number of a problem."""

    regex = PATTERN


register_converter(ReferenceConverter, "reference")

urlpatterns = [
    path(_("search/"), search_page, name="search"),
    path("opensearch.xml", opensearch, name="opensearch"),
    path("site.webmanifest", manifest, name="manifest"),
    path(_("problem/"), problem, name="problem"),
    path(_("problem/<reference:reference>/"), problem_received, name="problem_received"),
    path(_("useful/<int:page_id>/"), useful, name="useful"),
    path(_("useful/<int:page_id>/thanks/"), useful_thanks, name="useful_thanks"),
    path("design/", design_page, name="design"),
    # Where the page was before, as others may have linked to it.
    path(
        "meklesana/",
        RedirectView.as_view(pattern_name="search", permanent=True, query_string=True),
    ),
]
