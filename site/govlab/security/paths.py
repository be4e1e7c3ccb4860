"""Rejects invalid paths with 404 before they are resolved.

File systems, databases and regular expressions fail on various lengths and characters; this
middleware handles all of them in one place.
"""

import re
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import translation
from django.utils.translation import get_language_from_request
from django.views.defaults import page_not_found

# The maximum of the API's `path`, and about that of servers' request lines.
LONGEST_PATH = 8000
# The maximum length of slugs and of file names.
LONGEST_SEGMENT = 255
# Control characters including NUL, and surrogates.
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
    """Reject dot segments, which browsers resolve themselves, as path traversal."""
    return segment not in {".", ".."} and len(segment.encode()) <= LONGEST_SEGMENT
