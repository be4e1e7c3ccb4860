from django.db import InterfaceError, OperationalError, connection, models


class Head(models.Model):
    """The end of the log: one row, whose lock whoever writes documents holds until it commits.

    So sequences are handed out in the order of commits, and a reader that has seen N never later
    finds a smaller one; an auto-increment does not promise that.
    """

    SINGLETON = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=SINGLETON)
    sequence = models.BigIntegerField(default=0)
    # Counts every change of what readers can get, also of what has no sequence (menus, redirects).
    revision = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"sequence {self.sequence}, revision {self.revision}"

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
    def current(cls) -> tuple[int, int]:
        """Sequence and revision. Every answer of the API asks, so it costs one bare statement.

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
    def _read(cls) -> tuple[int, int]:
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT sequence, revision FROM {cls._meta.db_table} WHERE id = %s",  # noqa: S608
                [cls.SINGLETON],
            )
            row: tuple[int, int] | None = cursor.fetchone()
        return row or (0, 0)
