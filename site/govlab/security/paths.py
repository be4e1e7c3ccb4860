"""Paths that no address of the site has are told apart before anything looks for them.

File systems, databases and patterns each break at a length or a character of their own; one place
says 404 for all of them.
"""

import re
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import translation
from django.utils.translation import get_language_from_request
from django.views.defaults import page_not_found

# As long as the API's `path` and what servers take as a request's first line; no page is deeper.
LONGEST_PATH = 8000
# Of a slug, and of a file's name on a disk.
LONGEST_SEGMENT = 255
# Control characters, NUL among them, and halves of characters.
_UNREADABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class PathMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if may_be_an_address(request.path_info):
            return self.get_response(request)
        language = get_language_from_request(request, check_path=True)
        with translation.override(language):
            return page_not_found(request, Http404())


def may_be_an_address(path: str) -> bool:
    return (
        len(path) <= LONGEST_PATH
        and not _UNREADABLE.search(path)
        and all(_may_be_a_segment(segment) for segment in path.split("/"))
    )


def _may_be_a_segment(segment: str) -> bool:
    """Browsers resolve dots themselves; who sends them looks for what lies outside."""
    return segment not in {".", ".."} and len(segment.encode()) <= LONGEST_SEGMENT
