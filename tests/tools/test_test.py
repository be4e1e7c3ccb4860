"""`make test` narrows itself where a person lacks a program, and fails where CI does."""

import pytest

from tools import elasticsearch, test


def test_what_is_missing_is_left_out() -> None:
    assert test._selection([]) == []
    assert test._selection(["browser"]) == ["-m", "not browser"]
    assert test._selection(["browser", "elasticsearch"]) == [
        "-m",
        "not browser and not elasticsearch",
    ]


def test_without_java_the_search_tests_are_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(elasticsearch, "problem", lambda: "Java is missing.")
    env = {"ELASTICSEARCH_URL": "http://127.0.0.1:1"}
    with test._search_server(env) as available:
        assert not available
    assert env == {}
    assert "left out. Java is missing." in capsys.readouterr().err


def test_without_nginx_its_tests_are_left_out_and_ci_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(test.shutil, "which", lambda *args, **kwargs: None)
    assert not test._has_nginx({})
    assert "apt install nginx" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="nginx"):
        test._has_nginx({"CI": "true"})


def test_ci_fails_without_java(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(elasticsearch, "problem", lambda: "Java is missing.")
    with pytest.raises(SystemExit, match=r"Java is missing\."), test._search_server({"CI": "true"}):
        pass
