"""Runs several queries as one statement, whose results are therefore of one state of the log."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import (
    BigIntegerField,
    Count,
    DateTimeField,
    Expression,
    F,
    QuerySet,
    Subquery,
    TextField,
    Value,
    Window,
)
from django.db.models.functions import Cast, Coalesce, Concat, RowNumber
from django.utils import timezone

from ..models import Head, Mark
from ..models.head import LogState
from ..models.mark import Scope

_STATE = "state"
_EMPTY = Value("")
_ZERO = Value(0)
# Stands for the time among the parameters of a statement.
_NOW = object()


class Now(Expression):
    """The time at which a batch runs, by the clock of this process. Only batches can run it."""

    output_field = DateTimeField()

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        return "%s", (_NOW,)


class Row(NamedTuple):
    text: str
    extra: str
    number: int


class Batch:
    """Queries by name. Each selects a text, and optionally another and a number."""

    def __init__(self) -> None:
        self._queries: dict[str, QuerySet[Any]] = {}

    def __bool__(self) -> bool:
        return bool(self._queries)

    def add(
        self,
        name: str,
        queryset: QuerySet[Any],
        *,
        text: Any,
        extra: Any = _EMPTY,
        number: Any = _ZERO,
        order: Sequence[Any] = (),
    ) -> None:
        """`order` are the expressions that the rows are sorted by; the slice of a queryset is
        that of its own order."""
        if queryset.query.is_sliced:
            # A part of a union can be neither ordered nor sliced on SQLite.
            queryset = queryset.model._default_manager.filter(pk__in=queryset.values("pk"))
        position = Window(RowNumber(), order_by=list(order)) if order else Value(0)
        self._queries[name] = (
            queryset.order_by()
            .annotate(
                row_query=Cast(Value(name), TextField()),
                row_position=Cast(position, BigIntegerField()),
                row_text=Cast(text, TextField()),
                row_extra=Cast(extra, TextField()),
                row_number=Cast(number, BigIntegerField()),
            )
            .values_list("row_query", "row_position", "row_text", "row_extra", "row_number")
        )

    def run(self) -> tuple[LogState, dict[str, list[Row]]]:
        """Return the state of the log, and the rows by name."""
        return self.prepared().run()

    def prepared(self) -> "Statement":
        """Compile the queries, which takes longer than the database takes for their results."""
        self.add(
            _STATE,
            Head.objects.filter(pk=Head.SINGLETON),
            text=F("epoch"),
            extra=Concat(
                Cast("revision", TextField()),
                Value(" ", output_field=TextField()),
                Cast(_pending_routes(), TextField()),
            ),
            number=F("sequence"),
        )
        first, *others = self._queries.values()
        sql, parameters = first.union(*others, all=True).query.sql_with_params()
        return Statement(sql, parameters, tuple(self._queries))


@dataclass(frozen=True)
class Statement:
    """A compiled batch, which may run any number of times."""

    sql: str
    parameters: tuple[Any, ...]
    names: tuple[str, ...]

    def run(self) -> tuple[LogState, dict[str, list[Row]]]:
        """Return the state of the log, and the rows by name."""
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        given = [now if value is _NOW else value for value in self.parameters]
        found: dict[str, list[tuple[int, Row]]] = defaultdict(list)
        with connection.cursor() as cursor:
            cursor.execute(self.sql, given)
            for name, position, text, extra, number in cursor:
                found[name].append((position, Row(text, extra, number)))
        named = {
            name: [row for _, row in sorted(found[name], key=lambda placed: placed[0])]
            for name in self.names
        }
        (head,) = named.pop(_STATE)
        revision, pending = map(int, head.extra.split())
        return LogState(head.text, head.number, revision, pending), named


def _pending_routes() -> Coalesce:
    marks = Mark.objects.filter(scope=Scope.ROUTES).order_by().values("scope")
    return Coalesce(Subquery(marks.annotate(number=Count("pk")).values("number")), 0)
