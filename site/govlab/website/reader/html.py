"""The page itself: the template of its type within the site's layout."""

from django.template.loader import render_to_string

from .content import read
from .parameters import parameters_of
from .representations import HTML, Rendered, Representation, Source


def html(source: Source) -> Rendered:
    """Raises Http404 for a page of a list that does not exist."""
    parameters = parameters_of(source.document, source.parameters)
    content = read(source.document, parameters, source.frame)
    body = render_to_string("page.html", content.context)
    return Rendered(body, content.state, content.seconds, parameters)


PAGE = Representation(HTML, "text/html; charset=utf-8", html, negotiated=True)
