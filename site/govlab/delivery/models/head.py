import secrets
from typing import NamedTuple

from django.db import InterfaceError, OperationalError, connection, models
from django.db.models.expressions import RawSQL


def new_epoch() -> str:
    return secrets.token_hex(6)


class LogState(NamedTuple):
    """The version of everything that the API serves: it changes with every change of a response."""

    # The identity of the log, which changes after a restore from a backup.
    epoch: str
    sequence: int
    # Incremented with every change of responses, also those without a sequence (menus, redirects).
    revision: int
    # Committed changes of terms, redirects and search rules that `revision` does not include yet.
    pending_routes: int

    @classmethod
    def parse(cls, text: str) -> "LogState":
        """Parse what `state_column` selects."""
        epoch, *numbers = text.split()
        return cls(epoch, *map(int, numbers))


def state_column() -> RawSQL:
    """Return an annotation for a query whose rows are to say which state of the log they are of."""
    return RawSQL(_STATE_AS_TEXT, [Head.SINGLETON], models.TextField())  # noqa: S611


class Head(models.Model):
    """The end of the log: a single row, which writers of documents lock until they commit.

    Sequence numbers are therefore in the order of commits: a client that has seen N never sees a
    smaller one appear later. An auto-increment does not guarantee that.
    """

    SINGLETON = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=SINGLETON)
    epoch = models.CharField(max_length=12, default=new_epoch)
    # The database that the epoch was created in; see `log.identity`.
    database = models.CharField(max_length=200, blank=True)
    # The `SITE_URL` that documents were built with; see `log.address`.
    address = models.CharField(max_length=255, blank=True)
    sequence = models.BigIntegerField(default=0)
    revision = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"log {self.epoch}, sequence {self.sequence}, revision {self.revision}"

    @classmethod
    def lock(cls, *, wait: bool = True) -> "Head":
        """Lock the row until the transaction ends.

        Raises OperationalError if `wait` is false and the lock is taken, on databases that support
        NOWAIT. SQLite takes its only write lock when a transaction begins.
        """
        nowait = not wait and connection.features.has_select_for_update_nowait
        head = cls.objects.select_for_update(nowait=nowait).filter(pk=cls.SINGLETON).first()
        return head or cls.objects.create()

    @classmethod
    def current(cls) -> LogState:
        """Return the current state, with a single statement, since every API request needs it.

        The statement replaces Django's health check of the connection: if it fails, it is repeated
        on a new connection.
        """
        if connection.in_atomic_block:
            return cls._read()
        connection.health_check_done = True  # type: ignore[attr-defined]
        try:
            return cls._read()
        except (OperationalError, InterfaceError):
            connection.close()
            return cls._read()

    @classmethod
    def _read(cls) -> LogState:
        with connection.cursor() as cursor:
            cursor.execute(_STATE, [cls.SINGLETON])
            row = cursor.fetchone()
        if row is None:
            cls.objects.get_or_create(pk=cls.SINGLETON)
            return cls._read()
        return LogState(*row)


# Between two revisions, marks of routes are only added, so their number identifies the state.
_STATE = (
    "SELECT epoch, sequence, revision,"
    " (SELECT COUNT(*) FROM delivery_mark WHERE scope = 'routes')"
    " FROM delivery_head WHERE id = %s"
)
# The same in one column.
_STATE_AS_TEXT = (
    "SELECT epoch || ' ' || sequence || ' ' || revision || ' ' ||"
    " (SELECT COUNT(*) FROM delivery_mark WHERE scope = 'routes')"
    " FROM delivery_head WHERE id = %s"
)
