"""Indices are rebuilt beside the live ones, and nobody notices, however that ends."""

from io import StringIO
from threading import Event
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from elasticsearch import Elasticsearch

from govlab.delivery.log import consumers, relay
from search.engines import failover
from search.engines.circuit_breaker import CircuitBreaker
from search.engines.elastic import consumer, indices, rebuild
from search.engines.elastic.entries import write
from search.models import SearchIndex
from tests.factories import make_standard, publish, translate_page
from tests.search.served import Follow
from tests.second_process import needs_database_server, run
from tests.second_thread import beside

from .conftest import Found, ask, assert_from_elasticsearch, indexed, public
from .gateway import Gateway

pytestmark = [
    pytest.mark.elasticsearch,
    pytest.mark.django_db(transaction=True),
    needs_database_server,
]

# The command in a process of its own. `after_write` and `after_switch` are what happens there.
REBUILD = """
from django.core.management import call_command
from govlab.delivery.log import consumers
from search.engines.elastic import indices, rebuild

def then(function, act):
    def both(*arguments, **options):
        result = function(*arguments, **options)
        act()
        return result
    return both

consumers.BATCH = 2
rebuild.write = then(rebuild.write, lambda: {after_write})
indices.switch = then(indices.switch, lambda: {after_switch})
call_command("rebuild_search")
"""
KILL = "os.kill(os.getpid(), signal.SIGKILL)"
INTERRUPT = "os.kill(os.getpid(), signal.SIGINT)"


def rebuild_process(after_write: str = "None", after_switch: str = "None") -> tuple[int, str]:
    return run(REBUILD.format(after_write=after_write, after_switch=after_switch))


def rebuild_here() -> str:
    output = StringIO()
    call_command("rebuild_search", stdout=output)
    return output.getvalue()


@pytest.fixture
def site(follow: Follow, home: Any) -> Any:
    """Its front page; three pages are indexed."""
    home = publish(home)
    translate_page(home, title="Home")
    for _ in range(3):
        publish(make_standard(home, title="Prototips"))
    follow()
    return home


def pages() -> list[int]:
    return ask("prototipi").pages


def names(client: Elasticsearch) -> set[str]:
    """Of all indices of ours."""
    return set(client.indices.get(index=f"{indices.alias('*')}-*"))


def live() -> set[str]:
    return set(SearchIndex.objects.values_list("name", flat=True))


def test_it_is_shown_how_far_it_is(
    elasticsearch: Elasticsearch, site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumers, "BATCH", 2)
    before = live()
    lines = rebuild_here().splitlines()
    shown = [line.rpartition("] ")[2] for line in lines if "[" in line]
    assert shown == ["2 of 5 pages", "4 of 5 pages", "5 of 5 pages"]
    assert "hold the log up to sequence" in lines[-1]
    assert not live() & before
    assert names(elasticsearch) == live()
    assert indexed(elasticsearch) == public()


def test_killed_while_it_replays_the_log(
    elasticsearch: Elasticsearch, follow: Follow, site: Any
) -> None:
    before, found = live(), pages()
    code, said = rebuild_process(after_write=KILL)
    assert code == -9, said
    assert live() == before
    left = names(elasticsearch) - before
    assert len(left) == 2
    assert_from_elasticsearch("prototipi", *found)
    new = publish(make_standard(site, title="Prototipi"))
    follow()
    assert_from_elasticsearch("prototipi", *found, new.pk)
    rebuild_here()
    assert names(elasticsearch) == live()
    assert not live() & (before | left)
    assert_from_elasticsearch("prototipi", *found, new.pk)


def test_killed_between_the_switch_and_its_note(elasticsearch: Elasticsearch, site: Any) -> None:
    before, found = live(), pages()
    code, said = rebuild_process(after_switch=KILL)
    assert code == -9, said
    assert live() == before
    assert_from_elasticsearch("prototipi", *found)
    new = publish(make_standard(site, title="Prototipi"))
    relay.drain()
    assert consumers.advance(consumer.make()), "the worker finds it within half a minute"
    assert_from_elasticsearch("prototipi", *found, new.pk)
    assert names(elasticsearch) == live()


def test_interrupted_it_clears_up_at_once(elasticsearch: Elasticsearch, site: Any) -> None:
    before, found = live(), pages()
    code, said = rebuild_process(after_write=INTERRUPT)
    assert code != 0
    assert "KeyboardInterrupt" in said
    assert names(elasticsearch) == live() == before
    assert_from_elasticsearch("prototipi", *found)


def test_a_failure_clears_up_at_once(
    elasticsearch: Elasticsearch, site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, found = live(), pages()

    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(rebuild, "write", fail)
    with pytest.raises(RuntimeError, match="broken"):
        rebuild_here()
    assert names(elasticsearch) == live() == before
    assert_from_elasticsearch("prototipi", *found)


def test_a_server_that_goes_away_meanwhile(
    elasticsearch: Elasticsearch, reached: Gateway, site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, found = live(), pages()

    def refuse_and_write(*arguments: Any, **options: Any) -> None:
        reached.refuse()
        write(*arguments, **options)

    with monkeypatch.context() as patched:
        patched.setattr(rebuild, "write", refuse_and_write)
        with pytest.raises(CommandError, match="in use were left alone"):
            rebuild_here()
    reached.accept()
    assert live() == before
    assert_from_elasticsearch("prototipi", *found)
    rebuild_here()
    assert names(elasticsearch) == live()


def test_two_at_a_time(
    elasticsearch: Elasticsearch, site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, refused = Event(), Event()

    def write_slowly(*arguments: Any, **options: Any) -> None:
        begun.set()
        assert refused.wait(30)
        write(*arguments, **options)

    monkeypatch.setattr(rebuild, "write", write_slowly)
    with beside(rebuild_here):
        try:
            assert begun.wait(30)
            with pytest.raises(CommandError, match="built already; wait for that"):
                rebuild_here()
            following = consumer.make()
            elasticsearch.delete(index=indices.alias("lv"), id=str(pages()[0]), refresh=True)
            assert consumers.advance(following), "the worker leaves it to the other, too"
        finally:
            refused.set()
    assert names(elasticsearch) == live()
    assert indexed(elasticsearch) == public()


def test_what_is_published_and_withdrawn_meanwhile(
    elasticsearch: Elasticsearch, follow: Follow, site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the worker brings it to the live indices, which are then thrown away."""
    gone = publish(make_standard(site, title="Prototips"))
    follow()
    monkeypatch.setattr(consumers, "BATCH", 2)
    new: list[Any] = []

    def write_and_publish(*arguments: Any, **options: Any) -> None:
        write(*arguments, **options)
        if not new:
            new.append(publish(make_standard(site, title="Prototipi")))
            gone.unpublish()
            with beside(lambda: follow() and None):
                pass

    monkeypatch.setattr(rebuild, "write", write_and_publish)
    before = live()
    rebuild_here()
    assert not live() & before
    assert indexed(elasticsearch) == public()
    assert new[0].pk in pages()
    assert gone.pk not in pages()


def test_readers_notice_nothing(
    elasticsearch: Elasticsearch, site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(failover, "breaker", CircuitBreaker(0))
    expected, answers, over = sorted(pages()), list[Found](), Event()

    def read() -> None:
        while not over.is_set():
            answers.append(ask("prototipi"))

    with beside(read), beside(read):
        try:
            for _ in range(5):
                rebuild_here()
        finally:
            over.set()
    assert len(answers) > 20
    seen = {(found.engine, found.degraded, *sorted(found.pages)) for found in answers}
    assert seen == {("elasticsearch", False, *expected)}
