"""`x IN (…)` for thousands of values: of ids as a single parameter, which both databases parse
faster, of other values in chunks."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from django.db.models import BooleanField, F, Func

# The number of parameters that every database takes in one statement.
CHUNK = 900
T = TypeVar("T")


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield the values in parts of which each fits into a statement."""
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))


class Among(Func):
    output_field = BooleanField()

    def __init__(self, field: str, ids: Iterable[int]) -> None:
        super().__init__(F(field))
        self.ids = sorted(ids)

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **context: Any) -> Any:
        column, parameters = compiler.compile(self.source_expressions[0])
        # The ids are a parameter.
        among = f"{column} IN (SELECT value FROM json_each(%s))"  # noqa: S608
        return among, [*parameters, json.dumps(self.ids)]

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        column, parameters = compiler.compile(self.source_expressions[0])
        return f"{column} = ANY(%s::bigint[])", [*parameters, f"{{{','.join(map(str, self.ids))}}}"]
