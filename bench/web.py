"""One request, read whole."""

import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Response:
    status: int
    etag: str
    body: bytes


def get(url: str, headers: Mapping[str, str] | None = None) -> Response:
    """Raises RuntimeError for anything but 200 and 304."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=60)
    try:
        connection.request("GET", f"{parts.path}?{parts.query}", headers=dict(headers or {}))
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    if answer.status not in (200, 304):
        said = body[:500].decode(errors="replace")
        raise RuntimeError(f"{url} answered {answer.status}: {said}")
    return Response(answer.status, answer.headers.get("ETag", ""), body)
