"""Everything a run found."""

from dataclasses import asdict, dataclass, field
from pathlib import Path

from .. import results
from .options import Options
from .walking import Walk


@dataclass(frozen=True)
class Filled:
    """`what`: a consumer that followed the log, or a rebuild; it ends with so many documents."""

    documents: int
    what: str
    pages: int
    seconds: float


@dataclass(frozen=True)
class Took:
    """What Elasticsearch says that questions took it, and its requests for each, on average."""

    p50_ms: float
    p95_ms: float
    requests: float


@dataclass(frozen=True)
class Asked:
    documents: int
    call: str
    served_by: str
    # For the first time: by several clients at once, who wait for each other, and by one.
    crowd: Walk
    alone: Walk
    # SQL statements of a request, on average.
    statements: float
    # How often the database had to answer instead.
    stood_in: int
    # Again, by several clients at once; stock does the same work again.
    repeated: Walk | None = None
    took: Took | None = None


@dataclass
class Results:
    options: Options
    machine: dict[str, str | int]
    filled: list[Filled] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    # Of corrections, see `bench.search.spelling`.
    spelling: dict[str, float] = field(default_factory=dict)

    @classmethod
    def begin(cls, options: Options) -> "Results":
        return cls(options, results.machine())

    def keep(self) -> Path:
        return results.write(asdict(self), "search-")
