"""What the shipped front keeps from the server: slow clients, large bodies, forged headers."""

import http.client
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from govlab.security.error_pages import policy
from tests.waiting import timed

from .conftest import CONFIGURATION, HOST, TIME_OUT, Front, free_port, front

pytestmark = pytest.mark.nginx

# Four times what gunicorn has threads for.
MANY = 16
# Sooner than the front gives a slow client up: so nobody waited for that.
QUICK = TIME_OUT - 2.0
CUT = 1
LARGE_FILE = "/static/ninja/swagger-ui-bundle.js"

HALF_SENT = {
    "nothing": b"",
    "half a request line": b"GET /heal",
    "half of the headers": b"GET /healthz HTTP/1.1\r\nHost: testserver\r\nX-Slow: ",
    "half of a body": b"POST /api/v1/verify HTTP/1.1\r\nHost: testserver\r\n"
    b"Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n[",
    "half of a chunk": b"POST /api/v1/verify HTTP/1.1\r\nHost: testserver\r\n"
    b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n100\r\n[",
    "an admin's upload": b"POST /admin/login/ HTTP/1.1\r\nHost: testserver\r\n"
    b"Content-Length: 2000000\r\n\r\nx",
}


def ask(
    port: int, path: str, method: str = "GET", body: Any = None, **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection(HOST, port, timeout=20)
    sent = {"Host": "testserver"} | {name.replace("_", "-"): text for name, text in headers.items()}
    try:
        connection.request(method, path, body, sent)
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


@contextmanager
def clients(port: int, sent: bytes, *, window: int = 0) -> Iterator[list[socket.socket]]:
    """Connections that send so much and go on with nothing; `window`: bytes they take."""
    with ExitStack() as opened:
        connections = []
        for _ in range(MANY):
            connection = opened.enter_context(socket.socket())
            if window:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, window)
            connection.settimeout(20)
            connection.connect((HOST, port))
            connection.sendall(sent)
            connections.append(connection)
        yield connections


@pytest.mark.parametrize("sent", HALF_SENT.values(), ids=HALF_SENT)
def test_clients_that_send_slowly_keep_nobody_waiting(site: Front, sent: bytes) -> None:
    with clients(site.port, sent):
        for _ in range(3):
            (response, _), seconds = timed(lambda: ask(site.port, "/healthz"))
            assert (response.status, seconds < QUICK) == (200, True)


def test_clients_that_read_slowly_keep_nobody_waiting(site: Front) -> None:
    request = f"GET {LARGE_FILE} HTTP/1.1\r\nHost: testserver\r\n\r\n".encode()
    response, body = ask(site.port, LARGE_FILE)
    assert (response.status, len(body) > 1_000_000) == (200, True)
    with clients(site.port, request, window=4096):
        for _ in range(3):
            (response, _), seconds = timed(lambda: ask(site.port, "/healthz"))
            assert (response.status, seconds < QUICK) == (200, True)


@pytest.mark.parametrize("name", ["half of the headers", "half of a body"])
def test_a_half_sent_request_is_given_up(echo: Front, name: str) -> None:
    with clients(echo.port, HALF_SENT[name]) as connections:
        answer, seconds = timed(lambda: received(connections[0]))
        assert answer == b"" or b"408" in answer
        assert seconds < CUT + QUICK


def received(connection: socket.socket) -> bytes:
    try:
        return connection.recv(1000)
    except ConnectionResetError:
        return b""


def test_a_body_that_is_too_large_for_the_api_is_a_problem(site: Front) -> None:
    for size in (256 * 1024 + 1, 2_000_000):
        response, body = ask(site.port, "/api/v1/verify", "POST", b" " * size)
        assert response.status == 413
        assert response.headers["Content-Type"] == "application/problem+json"
        assert b'"status"' in body


def test_the_form_says_that_a_file_is_too_large_not_the_front() -> None:
    admin = CONFIGURATION.read_text().partition("location /admin/ {")[2].partition("}")[0]
    limit = re.search(r"client_max_body_size (\d+)m;", admin)
    assert limit
    largest = max(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    assert int(limit[1]) * 1024 * 1024 > 1.1 * largest


def test_text_is_compressed_and_the_contract_too(site: Front) -> None:
    for path in ("/static/govlab/search.js", "/static/govlab/base.css"):
        response, _ = ask(site.port, path, Accept_Encoding="gzip")
        assert response.status == 200
        if int(response.headers.get("Content-Length") or 2000) >= 1024:
            assert response.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/media/images/a.webp", 200),
        ("/media/images/none.webp", 404),
        ("/media/images/", 403),
        ("/media/documents/secret.pdf", 404),
        ("/media/original_images/a.jpg", 404),
        ("/media/", 404),
        ("/media/images/../documents/secret.pdf", 404),
        ("/media/images/%2e%2e/documents/secret.pdf", 404),
        ("/media/images//../../media/documents/secret.pdf", 404),
        ("/media/images/%2e%2e%2fdocuments%2fsecret.pdf", 404),
        ("/media/images../documents/secret.pdf", 404),
        ("//media/documents/secret.pdf", 404),
        ("/media/images/out.pdf", 403),
    ],
)
def test_of_the_uploads_only_sizes_of_pictures_are_served(
    site: Front, path: str, status: int
) -> None:
    for folder in ("images", "documents", "original_images"):
        (site.media / folder).mkdir(parents=True, exist_ok=True)
    (site.media / "images/a.webp").write_bytes(b"picture")
    (site.media / "documents/secret.pdf").write_bytes(b"secret")
    (site.media / "original_images/a.jpg").write_bytes(b"secret")
    link = site.media / "images/out.pdf"
    if not link.is_symlink():
        link.symlink_to(site.media / "documents/secret.pdf")
    response, body = ask(site.port, path)
    assert b"secret" not in body
    assert response.status == status


class Echo(BaseHTTPRequestHandler):
    """Answers with the headers that it was asked with."""

    def do_GET(self) -> None:
        body = str(self.headers).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: Any) -> None:
        """Nothing: the test says what went wrong."""


@pytest.fixture(scope="module")
def echo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    with HTTPServer((HOST, 0), Echo) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            with front(tmp_path_factory.mktemp("echo"), server.server_port, CUT) as served:
                yield served
        finally:
            server.shutdown()
            thread.join()


def forwarded(echo: Front, **headers: str) -> dict[str, str]:
    _, body = ask(echo.port, "/", **headers)
    lines = [line.partition(": ") for line in body.decode().splitlines() if line]
    return {name: value for name, _, value in lines}


def test_the_client_is_named_last_whatever_it_says(echo: Front) -> None:
    assert forwarded(echo)["X-Forwarded-For"] == HOST
    assert forwarded(echo, X_Forwarded_For="1.2.3.4")["X-Forwarded-For"] == f"1.2.3.4, {HOST}"


def test_the_scheme_is_what_the_proxy_before_says(echo: Front) -> None:
    assert forwarded(echo)["X-Forwarded-Proto"] == "http"
    assert forwarded(echo, X_Forwarded_Proto="https")["X-Forwarded-Proto"] == "https"
    assert forwarded(echo, X_Forwarded_Proto="ftp")["X-Forwarded-Proto"] == "http"


def test_headers_that_nobody_of_ours_sets_are_not_handed_on(echo: Front) -> None:
    seen = forwarded(echo, X_Forwarded_Host="evil.example", Forwarded="for=1.2.3.4", Proxy="x")
    assert not {"X-Forwarded-Host", "Forwarded", "Proxy"} & set(seen)
    assert seen["Host"] == "testserver"


@pytest.mark.parametrize(
    ("path", "kind"), [("/lv/", "text/html"), ("/api/v1/", "application/problem+json")]
)
def test_without_the_server_somebody_is_told(tmp_path: Path, path: str, kind: str) -> None:
    with front(tmp_path, free_port()) as served:
        response, body = ask(served.port, path)
    assert (response.status, response.headers["Retry-After"]) == (503, "10")
    assert response.headers["Content-Type"].startswith(kind)
    assert b"503" in body or "Vietne pašlaik nav pieejama" in body.decode()


def test_a_form_that_was_sent_gets_the_page_too(tmp_path: Path) -> None:
    with front(tmp_path, free_port()) as served:
        response, body = ask(served.port, "/admin/login/", "POST", b"x=y")
    assert response.status == 503
    assert response.headers["Content-Security-Policy"] == policy(503)
    assert "Vietne pašlaik nav pieejama" in body.decode()
