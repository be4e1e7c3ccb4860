"""Whether each target is met, missed, or was not measured."""

from typing import Any

import pytest

from bench.search import calls, options, report, targets
from bench.search.results import Asked, Results, Took
from bench.search.walking import Walk


def walk(per_second: float = 1, ms: float = 1) -> Walk:
    return Walk(per_second, ms / 2, ms, ms, 1_000)


def asked(documents: int, call: str, served_by: str, **figures: Any) -> Asked:
    figures = {"crowd": walk(), "alone": walk()} | figures
    return Asked(documents, call, served_by, statements=3, stood_in=0, **figures)


def judged(*found: Asked) -> dict[str, bool | None]:
    results = Results(options.parse([]), {"cores": 2}, asked=list(found))
    return {one.name: one.reached for one in targets.judge(results) if one.reached is not None}


@pytest.mark.parametrize(("engine", "least"), [(calls.ELASTICSEARCH, 20), (calls.DATABASE, 10)])
@pytest.mark.parametrize(("share", "reached"), [(1.01, True), (0.99, False)])
def test_times_stock_for_the_first_time(
    engine: str, least: int, share: float, reached: bool
) -> None:
    stock = asked(1_000, calls.SAME_FORM, calls.STOCK, crowd=walk(4))
    # Repeated questions do not count, however fast they are.
    ours = asked(
        1_000, calls.SAME_FORM, engine, crowd=walk(4 * least * share), repeated=walk(10_000)
    )
    assert judged(stock, ours) == {f"{engine}, 1,000 documents: times stock's search": reached}


@pytest.mark.parametrize(
    ("engine", "documents", "limit"),
    [(calls.ELASTICSEARCH, 100_000, 60), (calls.DATABASE, 10_000, 120)],
)
def test_the_slowest_twentieth_alone(engine: str, documents: int, limit: int) -> None:
    for more, reached in ((0, True), (1, False)):
        found = judged(asked(documents, calls.FULL, engine, alone=walk(ms=limit + more)))
        assert list(found.values()) == [reached]


def test_beside_what_elasticsearch_takes() -> None:
    took = Took(p50_ms=4, p95_ms=10, requests=1)
    # 1.5 × 4 + 5 = 11 against 10; 1.5 × 10 + 5 = 20 against 20, and 21.
    for ms, reached in ((20, [True, True]), (21, [True, False])):
        one = asked(10_000, calls.FULL, calls.ELASTICSEARCH, alone=walk(ms=ms), took=took)
        assert list(judged(one).values()) == reached


def test_growth() -> None:
    for ms, reached in ((15, True), (16, False)):
        few = asked(1_000, calls.FULL, calls.ELASTICSEARCH, alone=walk(ms=10))
        most = asked(100_000, calls.FULL, calls.ELASTICSEARCH, alone=walk(ms=ms))
        (growth,) = (found for name, found in judged(few, most).items() if "100,000 to" in name)
        assert growth is reached


def test_other_sizes_say_nothing_of_targets_and_are_told_so() -> None:
    results = Results(options.parse([]), {"cores": 2})
    results.asked = [
        asked(80, name, engine, took=Took(1, 1, 1), alone=walk(ms=10_000))
        for name in (calls.SAME_FORM, calls.FULL, calls.SUGGEST)
        for engine in calls.STACKS
    ]
    assert {one.reached for one in targets.judge(results)} == {None}
    assert report.text(results).count("not measured") == len(targets.judge(results))


def test_both_times_have_columns_of_their_own() -> None:
    results = Results(options.parse([]), {"cores": 2})
    results.asked = [
        asked(1_000, calls.SAME_FORM, calls.STOCK, crowd=walk(4)),
        asked(
            1_000,
            calls.SAME_FORM,
            calls.DATABASE,
            crowd=walk(48, 30),
            repeated=walk(1_200, 2),
            took=Took(7, 9, 1),
        ),
    ]
    lines = [
        line for line in report.text(results).splitlines() if "again" in line or "48.0" in line
    ]
    header, row = ([cell.strip() for cell in line.split("|")] for line in lines)
    cells = dict(zip(header, row, strict=True))
    assert (cells["first: req/s"], cells["again: req/s"]) == ("48.0", "1,200.0")
    assert cells["took p50"] == "7.0"
