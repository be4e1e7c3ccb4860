"""What is asked of whom."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from tools.servers import Server

from ..web import get
from . import questions
from .options import Options

STOCK, ELASTICSEARCH, DATABASE = "stock v2, fields=*", "elasticsearch", "database"
ENGINES = (ELASTICSEARCH, DATABASE)
# Words as the texts have them: what stock finds too.
SAME_FORM = "20 full results, words as written"
FULL, SUMMARIES, SUGGEST = "20 full results", "20 summaries", "suggestions"
FREQUENT, RARE = "20 full results, frequent words", "20 full results, rare words"
MISSPELT = "20 full results, a misspelt word"
# Questions by how they are made; each has 20 full results.
KINDS: dict[str, Callable[[int, int], list[str]]] = {
    FULL: questions.inflected,
    FREQUENT: questions.frequent,
    RARE: questions.rare,
    MISSPELT: questions.with_slips,
}


def first_time(engine: str) -> str:
    return f"{engine}, first time"


_PRODUCT = {"DJANGO_SETTINGS_MODULE": "tools.production_settings"}
STACKS: dict[str, dict[str, str]] = {
    STOCK: {"DJANGO_SETTINGS_MODULE": "bench.stacks.stock"},
    **{engine: _PRODUCT | {"SEARCH_ENGINE": engine} for engine in ENGINES},
    # Without a response cache, so that every question is asked for the first time.
    **{
        first_time(engine): _PRODUCT | {"SEARCH_ENGINE": engine, "API_CACHE_MB": "0"}
        for engine in ENGINES
    },
}

RESULTS = 20
# Questions that stock answers with a whole page too, and how many are tried to find them.
COMPARED, TRIED = 100, 2_000


@dataclass(frozen=True)
class Call:
    name: str
    served_by: str
    paths: Sequence[str]


def calls(servers: Mapping[str, Server], size: int, options: Options) -> list[Call]:
    """`size`: how many documents are searched."""
    made = []
    if size <= options.items:
        asked = _compared(servers, size, min(COMPARED, options.questions))
        made.append(Call(SAME_FORM, STOCK, [stock_path(text) for text in asked]))
        made += [
            Call(SAME_FORM, engine, [search_path(text, "full") for text in asked])
            for engine in ENGINES
        ]
    typed = questions.prefixes(size, options.questions)
    summaries = questions.inflected(size, options.questions)
    paths = {
        **{
            name: [search_path(text, "full") for text in make(size, options.questions)]
            for name, make in KINDS.items()
        },
        SUMMARIES: [search_path(text, "summary") for text in summaries],
        SUGGEST: [f"/api/v1/suggest?locale=lv&q={quote(text)}" for text in typed],
    }
    made += [Call(name, engine, paths[name]) for name in paths for engine in ENGINES]
    return made


def search_path(text: str, view: str) -> str:
    return f"/api/v1/search?locale=lv&view={view}&limit={RESULTS}&q={quote(text)}"


def stock_path(text: str, fields: str = "*") -> str:
    asked = f"type=news.NewsPage&fields={fields}&limit={RESULTS}&search={quote(text)}"
    return f"/api/v2/pages/?{asked}"


def _compared(servers: Mapping[str, Server], size: int, count: int) -> list[str]:
    # A whole page of results, if there are documents enough.
    least = max(1, min(RESULTS, size // 50))
    found = []
    for text, _ in zip(questions.written(size), range(TRIED), strict=False):
        if all(items >= least for items in _items(servers, text)):
            found.append(text)
        if len(found) == count:
            break
    if not found:
        raise RuntimeError("Stock finds a page of results for no question: give more --items.")
    return found


def _items(servers: Mapping[str, Server], text: str) -> Iterator[int]:
    yield _count(servers[STOCK].address + stock_path(text, "_,id"))
    for engine in ENGINES:
        yield _count(servers[engine].address + search_path(text, "summary"))


def _count(url: str) -> int:
    return len(json.loads(get(url).body)["items"])
