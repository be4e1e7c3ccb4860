"""A site on this machine that answers as its paths say, and remembers what it was asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


class _Handler(BaseHTTPRequestHandler):
    server: "Stub"

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.server.asked.append((self.command, self.path, dict(self.headers)))
        status, headers, body = self.server.response(self.command, self.path)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        pass


class Stub(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str, dict[str, str]]] = []
        self.robots = b""
        self.flaky = 0

    @property
    def url(self) -> str:
        return f"http://piemers.lv:{self.server_port}"

    def locate(self, host: str, port: int) -> str:
        """Only this site is found, under its public name."""
        if host != "piemers.lv":
            from govlab.editing.links.public_hosts import public_address

            return public_address(host, port)
        return "127.0.0.1"

    def response(self, method: str, path: str) -> tuple[int, dict[str, str], bytes]:
        match path.partition("?")[0]:
            case "/robots.txt":
                return (200 if self.robots else 404), {}, self.robots
            case "/no-head":
                return (405 if method == "HEAD" else 200), {}, b"text"
            case "/moved":
                return 301, {"Location": "/works"}, b""
            case "/inside":
                return 302, {"Location": "http://127.0.0.1:1/admin"}, b""
            case "/loop":
                return 302, {"Location": "/loop"}, b""
            case "/gone":
                return 404, {}, b""
            case "/login":
                return 403, {}, b""
            case "/busy":
                return 429, {}, b""
            case "/error":
                return 500, {}, b""
            case "/flaky":
                self.flaky += 1
                return (503 if self.flaky < 3 else 200), {}, b""
        return 200, {}, b"text"


@contextmanager
def stub_site() -> Iterator[Stub]:
    stub = Stub()
    thread = Thread(target=stub.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield stub
    finally:
        stub.shutdown()
        stub.server_close()
        thread.join()
