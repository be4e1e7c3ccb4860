"""Bodies of requests: capped before anything is parsed, also where no length was announced."""

from django.http import HttpRequest

from .problems import ProblemError

# What /verify takes at most, written as wide as any JSON library writes it, twice.
MOST_BYTES = 256 * 1024


def read(request: HttpRequest) -> None:
    """Raises a problem for a body that is too large, or whose end nobody can find."""
    announced = request.META.get("CONTENT_LENGTH") or ""
    if announced.isdecimal() and int(announced[:20]) > MOST_BYTES:
        raise too_large()
    if "HTTP_TRANSFER_ENCODING" not in request.META:
        return
    # Django reads a body of announced length only, and takes any other for empty.
    if not request.META.get("wsgi.input_terminated"):
        raise ProblemError(411, "Length required", "Send the body with a Content-Length.")
    body = request.META["wsgi.input"].read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise too_large()
    request._body = body


def too_large() -> ProblemError:
    return ProblemError(
        413, "Too large", f"A body has {MOST_BYTES} bytes at most; /verify takes 1000 entries."
    )
