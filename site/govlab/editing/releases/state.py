"""The states of a release, and the lock under which they change."""

from ..models import Release, ReleaseState
from .refusal import ReleaseChangedError

OPEN = (ReleaseState.DRAFT, ReleaseState.SUBMITTED, ReleaseState.APPROVED)
PINNED = (ReleaseState.SUBMITTED, ReleaseState.APPROVED)


def lock(release: Release, *states: str) -> Release:
    """Return the release as stored, locked until the transaction ends."""
    stored = Release.objects.select_for_update().filter(pk=release.pk).first()
    if stored is None or stored.state not in states:
        raise ReleaseChangedError
    return stored


def reconsider(release: Release) -> None:
    """Approved is a release that has pages, each of which is approved as it is meant now."""
    if release.state in PINNED:
        items = list(release.items.all())
        done = bool(items) and all(item.approved_at for item in items)
        release.state = ReleaseState.APPROVED if done else ReleaseState.SUBMITTED
    release.save()
