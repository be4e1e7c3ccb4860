"""The results of each engine with their reasons, side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from search.query.explanation import ExplainedResults
from search.query.search_query import SearchQuery

from .pages import ShownPage
from .reasons import Explainer, Reasons
from .wording import ENGINES


@dataclass(frozen=True)
class Result:
    position: int
    page: ShownPage
    promoted: bool
    reasons: Reasons
    # Its position in the other engine: 0 if it is not among the results there, None if there is no
    # other engine.
    elsewhere: int | None

    @property
    def differs(self) -> bool:
        return self.elsewhere not in (None, self.position)


@dataclass(frozen=True)
class Column:
    engine: str
    label: str | Promise
    # None if the engine does not respond.
    results: list[Result] | None
    total: int = 0
    partial: bool = False


def columns(
    query: SearchQuery,
    engines: Mapping[str, ExplainedResults | None],
    pages: Mapping[int, ShownPage],
) -> list[Column]:
    orders = {name: _order(found, pages) for name, found in engines.items() if found}
    explainer = Explainer(query)
    made = []
    for name, found in engines.items():
        if found is None:
            made.append(Column(name, ENGINES[name], None))
            continue
        others = [order for other, order in orders.items() if other != name]
        results = [
            Result(
                position=place,
                page=pages[pk],
                promoted=pk in query.promoted,
                reasons=explainer.reasons(found.explanations[pk], pages[pk]),
                elsewhere=_position(pk, others[0]) if others else None,
            )
            for place, pk in enumerate(orders[name], start=1)
        ]
        total, incomplete = found.results.total, found.results.partial
        made.append(Column(name, ENGINES[name], results, total, incomplete))
    return made


def differing(made: Sequence[Column]) -> int | None:
    """Return the number of pages whose place differs; None if no two engines found anything."""
    found = [column.results for column in made if column.results is not None]
    if len(found) < 2 or not any(found):
        return None
    return len({result.page.path for results in found for result in results if result.differs})


def _order(found: ExplainedResults, pages: Mapping[int, ShownPage]) -> list[int]:
    """A page that was withdrawn since it was indexed is not shown to readers either."""
    return [pk for pk in found.results.pages if pk in pages and pk in found.explanations]


def _position(pk: int, order: list[int]) -> int:
    return order.index(pk) + 1 if pk in order else 0
