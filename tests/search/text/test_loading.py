"""A server process loads the dictionaries when it starts, and not with the first search."""

import gc
import runpy
from pathlib import Path
from unittest.mock import Mock

import pytest

from search.text import real_words, spelt
from search.text.dictionaries.installed import DictionariesMissingError
from search.text.latvian import dictionary
from search.text.spelling import english

CONFIGURATION = runpy.run_path(str(Path(__file__).parents[3] / "gunicorn.conf.py"))


@pytest.fixture(autouse=True)
def frozen(monkeypatch: pytest.MonkeyPatch) -> Mock:
    freeze = Mock()
    monkeypatch.setattr(gc, "freeze", freeze)
    monkeypatch.setattr(gc, "set_threshold", Mock())
    return freeze


def test_all_dictionaries_are_loaded(frozen: Mock) -> None:
    latvian, others = dictionary._dictionaries, spelt._dictionary
    for cached in (latvian, others, english._knows):
        cached.cache_clear()
    CONFIGURATION["post_worker_init"](Mock())
    # Latvian with and without diacritics together; British and American English.
    assert (latvian.cache_info().currsize, others.cache_info().currsize) == (1, 2)
    frozen.assert_called_once()


def test_a_server_without_dictionaries_starts_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise DictionariesMissingError

    monkeypatch.setattr(real_words, "load_dictionaries", missing)
    worker = Mock()
    CONFIGURATION["post_worker_init"](worker)
    worker.log.error.assert_called_once()
