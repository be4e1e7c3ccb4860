"""`x IN (…)` for thousands of values: of ids as a single parameter, of other values in chunks."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from django.db.models import BooleanField, F, Func

from search.models.written_sql import among

# The number of parameters that every database takes in one statement.
CHUNK = 900
T = TypeVar("T")


def chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield the values in parts of which each fits into a statement."""
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))


class Among(Func):
    """`statements.among` as a condition of a queryset."""

    output_field = BooleanField()

    def __init__(self, field: str, ids: Iterable[int]) -> None:
        super().__init__(F(field))
        self.ids = ids

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **context: Any) -> Any:
        column, parameters = compiler.compile(self.source_expressions[0])
        sql, ids = among(column, self.ids)
        return sql, [*parameters, *ids]
