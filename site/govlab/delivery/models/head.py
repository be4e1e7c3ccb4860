import secrets
from typing import NamedTuple

from django.db import InterfaceError, OperationalError, connection, models


def new_epoch() -> str:
    return secrets.token_hex(6)


class LogState(NamedTuple):
    """What decides every response that is made from the log: while it stays, so do they."""

    # Which log this is: after a restore from a backup it is another one.
    epoch: str
    sequence: int
    # Counts every change of what readers can get, also of what has no sequence (menus, redirects).
    revision: int
    # Changes of terms, redirects and rules that are committed and not yet counted in `revision`.
    pending_routes: int


class Head(models.Model):
    """The end of the log: one row, whose lock whoever writes documents holds until it commits.

    So sequences are handed out in the order of commits, and a reader that has seen N never later
    finds a smaller one; an auto-increment does not promise that.
    """

    SINGLETON = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=SINGLETON)
    epoch = models.CharField(max_length=12, default=new_epoch)
    # Which database the epoch was given to; see `log.identity`.
    database = models.CharField(max_length=200, blank=True)
    # Of the site, as documents name it; see `log.address`.
    address = models.CharField(max_length=255, blank=True)
    sequence = models.BigIntegerField(default=0)
    revision = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"log {self.epoch}, sequence {self.sequence}, revision {self.revision}"

    @classmethod
    def lock(cls, *, wait: bool = True) -> "Head":
        """Locks the row until the transaction ends.

        Raises OperationalError where `wait` is off, another holds the lock and the database can
        tell; SQLite takes its one write lock when a transaction begins.
        """
        nowait = not wait and connection.features.has_select_for_update_nowait
        head = cls.objects.select_for_update(nowait=nowait).filter(pk=cls.SINGLETON).first()
        return head or cls.objects.create()

    @classmethod
    def current(cls) -> LogState:
        """Every response of the API asks, so it costs one bare statement.

        Where Django would first ask a connection whether it is alive, this is the question: one
        that fails is closed, and asked again on a new one.
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


# Between two revisions, marks of routes are only added: their number tells committed changes apart.
_STATE = (
    "SELECT epoch, sequence, revision,"
    " (SELECT COUNT(*) FROM delivery_mark WHERE scope = 'routes')"
    " FROM delivery_head WHERE id = %s"
)
