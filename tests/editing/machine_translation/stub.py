"""A LetsMT service on this machine, which answers as the test wants."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any


def in_english(text: str) -> str:
    """Translates a text, and leaves its tags in place."""
    return f"en: {text}"


@dataclass
class Service:
    url: str = ""
    key: str = "the-secret-key"
    translate: Callable[[str], Any] = in_english
    # What it does instead: a status and a body, in the order of the requests; None is as usual.
    answers: list[tuple[int, bytes] | None] = field(default_factory=list)
    requests: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    # Set when it may answer; until then it is silent.
    awake: Event = field(default_factory=Event)

    def options(self, **options: Any) -> dict[str, Any]:
        return {
            "URL": self.url,
            "AUTH_KEY": self.key,
            "APP_ID": "site",
            "SYSTEMS": {"lv-en": "smt-lv-en"},
            "TIMEOUT": 5,
        } | options

    def setting(self, **options: Any) -> dict[str, Any]:
        name = "govlab.editing.machine_translation.letsmt.LetsMTTranslator"
        return {"CLASS": name, "OPTIONS": self.options(**options)}


@contextmanager
def running() -> Iterator[Service]:
    service = Service()
    service.awake.set()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            service.requests.append(body)
            service.paths.append(self.path)
            service.awake.wait(20)
            answer = service.answers.pop(0) if service.answers else None
            if answer is None and self.headers["client-id"] != service.key:
                answer = (401, b"")
            if answer is None:
                texts = [service.translate(text) for text in body["textArray"]]
                answer = (200, json.dumps(texts).encode())
            self.send_response(answer[0])
            self.send_header("Content-Length", str(len(answer[1])))
            if answer[0] == 302:
                self.send_header("Location", f"{service.url}/elsewhere")
            self.end_headers()
            self.wfile.write(answer[1])

        def log_message(self, *arguments: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.url = f"http://127.0.0.1:{server.server_port}/json/"
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.awake.set()
        server.shutdown()
        server.server_close()
        thread.join()
