"""A process that is killed loses nothing that was committed and shows nothing that was not."""

from typing import Any

import pytest

from govlab.delivery.models import Mark
from govlab.delivery.operations import worker
from tests.factories import make_standard, publish
from tests.second_process import needs_database_server, run

from .portal import NOTHING, Portal

pytestmark = [pytest.mark.django_db(transaction=True), needs_database_server]

KILLED = 9

# What an editor's process does; the place of its death comes before it.
PUBLISH = """
from django.db import transaction
from home.models import StandardPage
page = StandardPage.objects.get(pk={page})
with transaction.atomic():
    page.title = "Pēc"
    page.save_revision().publish()
    {in_transaction}
os._exit(0)
"""
BEFORE_THE_RELAY = """
from govlab.delivery.log import inline
inline.step = lambda **options: os._exit(9)
"""
# The document is written and has its sequence, the transaction is not committed.
INSIDE_THE_RELAY = """
from govlab.delivery.log import relay
write = relay.write_group
relay.write_group = lambda *arguments: (write(*arguments), os._exit(9))
"""
IN_THE_TRANSACTION = "os._exit(9)"


def run_killed(page: Any, place: str = "", in_transaction: str = "pass") -> None:
    code, said = run(place + PUBLISH.format(page=page.pk, in_transaction=in_transaction))
    assert code == KILLED, said


@pytest.fixture
def page(portal: Portal, home: Any) -> Any:
    page = publish(make_standard(home, title="Pirms"))
    portal.follow()
    return page


@pytest.mark.parametrize("place", [BEFORE_THE_RELAY, INSIDE_THE_RELAY], ids=["before", "inside"])
def test_worker_finishes_what_a_crash_left(portal: Portal, page: Any, place: str) -> None:
    run_killed(page, place)
    page.refresh_from_db()
    assert page.title == "Pēc"
    assert Mark.objects.exists()
    assert portal.get(f"pages/{page.pk}").json() == portal[page]

    sequence = portal.sequence
    worker.run_round("worker")
    assert not Mark.objects.exists()
    assert list(portal.follow().documents) == [page.pk]
    assert (portal[page]["title"], portal[page]["sequence"]) == ("Pēc", sequence + 1)


def test_crash_before_the_commit(portal: Portal, page: Any) -> None:
    run_killed(page, in_transaction=IN_THE_TRANSACTION)
    worker.run_round("worker")
    page.refresh_from_db()
    assert page.title == "Pirms"
    assert portal.follow() == NOTHING
