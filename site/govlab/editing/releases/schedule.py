"""Scheduled releases, in the project's own schedule."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from govlab.delivery.schedule.kinds import ScheduledKind

from ..models import Release, ReleaseState
from .publish import publish
from .refusal import ReleaseRefused

DUE = (ReleaseState.SUBMITTED, ReleaseState.APPROVED)


class ScheduledReleases(ScheduledKind):
    model = Release

    def due(self, now: datetime) -> Iterator[tuple[int, datetime]]:
        """Those that wait for approval too: they are late, and the report says why."""
        releases = Release.objects.filter(state__in=DUE, go_live_at__lte=now)
        for pk, due_at in releases.order_by("go_live_at", "pk").values_list("pk", "go_live_at"):
            if due_at is not None:
                yield pk, due_at

    def carry_out(self, pk: int, now: datetime) -> bool:
        rows = Release.objects.select_for_update(skip_locked=True)
        release = rows.filter(pk=pk).first()
        if release is None:
            return not Release.objects.filter(pk=pk).exists()
        # Read again under the lock: it may have been withdrawn, rescheduled or published.
        if release.state not in DUE or release.go_live_at is None or release.go_live_at > now:
            return True
        if release.state == ReleaseState.SUBMITTED:
            raise ReleaseRefused([_("It is not approved yet.")])
        publish(release, None)
        return True

    def changed_since(self, pk: int, moment: datetime) -> bool:
        return Release.objects.filter(pk=pk, changed_at__gt=moment).exists()

    def url(self, instance: Any) -> str:
        return reverse("govlab_release", args=[instance.pk])
