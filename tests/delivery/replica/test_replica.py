"""A copy kept by `/changes` equals the site, whatever editors did and however it was interrupted.

`make property` tries many more examples.
"""

import datetime as dt
from contextlib import suppress
from itertools import count
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test
from wagtail.models import Page

from govlab.delivery.log import audit, relay, write
from govlab.delivery.log.rebuild import rebuild
from govlab.delivery.models import Head, Mark
from govlab.delivery.public import public_pages

from .both import BothLanguagesRules
from .editor import UndoneEditing
from .replica import Replica, export, sequence_of

POINTS = ["build", "dumps"]
LATER = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)


class KilledError(Exception):
    pass


class Machine(BothLanguagesRules, UndoneEditing):
    def __init__(self) -> None:
        super().__init__()
        self.client = Client()
        self.replica = Replica(self.client)

    @rule(size=st.integers(1, 3), newest=st.booleans())
    def relay_some(self, size: int, newest: bool) -> None:
        relay.step(size=size, newest_first=newest)

    @rule(pick=st.integers(0, 100), every=st.integers(1, 3))
    def hold_back(self, pick: int, every: int) -> None:
        """Some marks wait while others are relayed: any order may come about."""
        marks = Mark.objects.order_by("pk").values_list("pk", flat=True)
        held = [pk for pk in marks if pk % (every + 1) == pick % (every + 1)]
        Mark.objects.filter(pk__in=held).update(not_before=LATER)

    @rule()
    def let_go(self) -> None:
        Mark.objects.update(not_before=None)

    @rule(
        size=st.integers(1, 3), point=st.sampled_from(["dumps", "build"]), after=st.integers(0, 4)
    )
    def relay_with_errors(self, size: int, point: str, after: int) -> None:
        """What cannot be written keeps its mark."""
        calls = count()
        real = getattr(write, point)

        def fails(*arguments: Any) -> Any:
            if next(calls) >= after:
                raise RuntimeError("The test breaks it.")
            return real(*arguments)

        with patch.object(write, point, fails):
            relay.step(size=size)

    @rule(size=st.integers(1, 3), newest=st.booleans())
    def relay_killed(self, size: int, newest: bool) -> None:
        with patch.object(Head, "save", side_effect=KilledError), suppress(KilledError):
            relay.step(size=size, newest_first=newest)

    @rule()
    def rebuild(self) -> None:
        rebuild(lambda done, total: None)

    @rule(limit=st.integers(1, 100), interrupted=st.booleans())
    def pull(self, limit: int, interrupted: bool) -> None:
        self.replica.pull(limit, interrupted=interrupted)

    @rule()
    def copy_everything_again(self) -> None:
        self.replica.copy_everything()

    def compare(self) -> None:
        self.let_go()
        relay.drain()
        assert not Mark.objects.exists()
        while self.replica.pull(7):
            pass
        head, documents = export(self.client)
        assert head == self.replica.since
        assert sequence_of(head) == Head.current().sequence
        assert self.replica.documents == {document["id"]: document for document in documents}
        assert list(audit.differences()) == []
        assert Page.find_problems() == ([], [], [], [], [])
        assert set(self.replica.documents) == set(public_pages().values_list("pk", flat=True))


def profile() -> settings:
    """The same 20 examples each time, unless the chosen profile asks for more and others."""
    return settings(
        max_examples=settings().max_examples if settings().max_examples > 100 else 20,
        stateful_step_count=20,
        deadline=None,
        # Each step is a change of the site: making a failing example smaller takes minutes.
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=settings().max_examples <= 100,
    )


@pytest.mark.django_db
def test_a_copy_equals_the_site(settings: Any) -> None:
    settings.GOVLAB_API_REQUESTS_PER_MINUTE = 0
    run_state_machine_as_test(Machine, settings=profile())
