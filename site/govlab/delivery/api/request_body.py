"""Caps the size of request bodies before they are parsed, also without a Content-Length."""

from django.http import HttpRequest

from .problems import ProblemError

# Twice the size of the longest valid body of /verify, with generous white space.
MOST_BYTES = 256 * 1024


def read(request: HttpRequest) -> None:
    """Raises a problem if the body is too large or its length cannot be determined."""
    announced = request.META.get("CONTENT_LENGTH") or ""
    if announced.isdecimal() and int(announced[:20]) > MOST_BYTES:
        raise too_large()
    if "HTTP_TRANSFER_ENCODING" not in request.META:
        return
    # Django takes a body without Content-Length for empty.
    if not request.META.get("wsgi.input_terminated"):
        raise ProblemError(411, "Length required", "Send the body with a Content-Length.")
    body = request.META["wsgi.input"].read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise too_large()
    request._body = body


def too_large() -> ProblemError:
    return ProblemError(
        413,
        "Content too large",
        f"The limit is {MOST_BYTES} bytes. A request to /verify may have 1000 entries.",
    )
