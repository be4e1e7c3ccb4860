"""Checks the external links of public pages, politely: one host at a time, with pauses.

A page that is gone, and a site that does not exist, are dead at once, after several attempts. A
site that does not respond may be down for an hour: its links are dead when they still fail a day
later. What asks for a login or does not want to be checked is not called dead.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from django.utils import timezone

from ..models import CheckedLink
from ..models.link_check import LinkResult
from .broken import typed_links
from .client import Client, Outcome
from .reasons import Reason
from .site import served_site
from .urls import digest, without_fragment

ATTEMPTS = 3
GRACE = timedelta(days=1)
GONE = frozenset({404, 410})
# Neither works nor dead.
UNCHECKED = frozenset({Reason.ROBOTS, Reason.LOGIN, Reason.BUSY})
# Certain at the first attempt.
CERTAIN = UNCHECKED | {Reason.PRIVATE, Reason.INVALID}
DEAD = frozenset({Reason.NO_HOST, Reason.PRIVATE, Reason.INVALID})


@dataclass(frozen=True)
class Manners:
    """Pauses in seconds: between requests to one host, and before failures are tried again."""

    delay: float = 1.0
    retry_pause: float = 30.0
    pause: Callable[[float], None] = time.sleep


def external_links() -> set[str]:
    site = served_site()
    return {
        without_fragment(link.url) for _page, link in typed_links() if not site.is_own(link.url)
    }


def check_links(
    client: Client,
    manners: Manners,
    show: Callable[[int, int], None],
    *,
    recheck_after: timedelta = timedelta(0),
) -> dict[str, int]:
    """Check all links that were not checked since, store the results, and forget those of links
    that are gone. Returns the number of links by result."""
    links = external_links()
    CheckedLink.objects.exclude(digest__in=[digest(url) for url in links]).delete()
    recent = CheckedLink.objects.filter(
        result=LinkResult.WORKS, checked_at__gt=timezone.now() - recheck_after
    )
    fresh = set(recent.values_list("url", flat=True)) if recheck_after else set()
    wanted = links - fresh
    show(0, len(wanted))
    counts: dict[str, int] = defaultdict(int)
    for done, (url, outcome) in enumerate(_outcomes(client, manners, wanted), start=1):
        counts[store(url, outcome, timezone.now())] += 1
        show(done, len(wanted))
    return dict(counts)


def _outcomes(
    client: Client, manners: Manners, urls: Iterable[str]
) -> Iterator[tuple[str, Outcome]]:
    """Yield each address once, failures after their last attempt."""
    robots: dict[str, RobotFileParser] = {}
    left = sorted(urls, key=lambda url: (urlsplit(url).netloc, url))
    for attempt in range(1, ATTEMPTS + 1):
        failed = []
        previous = ""
        for url in left:
            host = urlsplit(url).netloc
            if host == previous:
                manners.pause(manners.delay)
            previous = host
            outcome = client.check(url, lambda address: _may_visit(client, robots, address))
            if outcome.works or outcome.reason in CERTAIN or attempt == ATTEMPTS:
                yield url, outcome
            else:
                failed.append(url)
        if not failed:
            return
        left = failed
        manners.pause(manners.retry_pause)


def _may_visit(client: Client, robots: dict[str, RobotFileParser], url: str) -> bool:
    """Whether robots.txt allows it. It is read once for each host."""
    parts = urlsplit(url)
    host = f"{parts.scheme}://{parts.netloc}"
    if host not in robots:
        parser = robots[host] = RobotFileParser()
        parser.parse(client.robots(url).splitlines())
    return robots[host].can_fetch(client.user_agent, url)


def store(url: str, outcome: Outcome, now: datetime) -> str:
    """Store and return the result."""
    key = digest(url)
    former = CheckedLink.objects.filter(pk=key).first()
    fails = not outcome.works and outcome.reason not in UNCHECKED
    since = (former.failing_since if former else None) or now
    result = LinkResult.WORKS
    if outcome.reason in UNCHECKED:
        result = LinkResult.UNCHECKED
    elif fails:
        is_certain = outcome.status in GONE or outcome.reason in DEAD
        result = LinkResult.DEAD if is_certain or now - since >= GRACE else LinkResult.DOUBTFUL
    CheckedLink.objects.update_or_create(
        digest=key,
        defaults={
            "url": url,
            "result": result,
            "status": outcome.status,
            "reason": str(outcome.reason),
            "failures": (former.failures if former else 0) + 1 if fails else 0,
            "failing_since": since if fails else None,
            "checked_at": now,
        },
    )
    return str(result)
