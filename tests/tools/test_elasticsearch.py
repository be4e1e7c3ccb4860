"""The private Elasticsearch says what it lacks. `tests/search/engines/faults` starts one."""

import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tools import elasticsearch, java


@pytest.fixture
def refusing_server() -> Iterator[str]:
    class Refusal(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(int(self.path.removeprefix("/")))
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    with http.server.HTTPServer((elasticsearch.HOST, 0), Refusal) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://{elasticsearch.HOST}:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(("status", "answers"), [(200, True), (401, True), (503, False)])
def test_who_asks_for_a_password_is_there(refusing_server: str, status: int, answers: bool) -> None:
    assert elasticsearch.answers(f"{refusing_server}/{status}") is answers


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "no address", ""])
def test_nobody_there(url: str) -> None:
    assert not elasticsearch.answers(url)


def test_missing_java_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(java, "find_home", lambda: None)
    assert "Java 21 or newer" in (elasticsearch.problem() or "")


def test_missing_maven_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(java, "find_home", lambda: tmp_path)
    monkeypatch.setattr(elasticsearch, "CACHE", tmp_path / "missing")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "apt install maven" in (elasticsearch.problem() or "")


def test_a_fetch_that_fails_says_why(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "mvn").write_text("#!/bin/sh\necho no route to host; exit 1\n")
    (tmp_path / "mvn").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(elasticsearch, "CACHE", tmp_path / "cache" / "elasticsearch")
    with (
        pytest.raises(elasticsearch.NodeError, match="no route to host"),
        elasticsearch.temporary_node(),
    ):
        pass
    assert list((tmp_path / "cache").iterdir()) == []
