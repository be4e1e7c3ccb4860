"""The page itself: the template of its type within the site's layout."""

from django.template.loader import render_to_string

from .content import Reading, list_parameters
from .representations import HTML, Rendered, Representation, Source


def html(source: Source) -> Rendered:
    """Raises Http404 for a page of a list that does not exist."""
    names = list_parameters(source.document)
    parameters = {name: source.parameters.get(name, "") for name in names}
    content = Reading(source.document, parameters, source.frame).read()
    body = render_to_string("page.html", content.context)
    return Rendered(body, content.state, content.settled, parameters)


PAGE = Representation(HTML, "text/html; charset=utf-8", html, negotiated=True)
