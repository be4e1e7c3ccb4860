"""The task backend for Wagtail's background tasks: runs them immediately after the commit."""

from functools import partial
from typing import Any

from django.db import transaction
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import TaskResult


class AfterCommitBackend(ImmediateBackend):
    """Wagtail enters a page into its search index when it is saved, and that locks entries of other
    pages. In the transaction of the save, two editors who publish at once would wait for each
    other, and PostgreSQL would break off one of the two publications as a deadlock.
    """

    def _execute_task(self, task_result: TaskResult[Any]) -> None:
        transaction.on_commit(partial(super()._execute_task, task_result), robust=True)
