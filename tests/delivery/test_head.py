"""The head is asked for on every answer, and so finds a connection that has died."""

import pytest
from django.db import connection

from govlab.delivery.models import Head


@pytest.mark.django_db(transaction=True)
def test_a_lost_connection_is_replaced() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("an embedded database has no connection to lose")
    Head.objects.update_or_create(pk=Head.SINGLETON, defaults={"sequence": 5, "revision": 7})
    assert Head.current()[1:3] == (5, 7)
    connection.connection.close()
    assert Head.current()[1:3] == (5, 7)
