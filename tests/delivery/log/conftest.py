from typing import Any

import pytest

from govlab.delivery.api.response_cache import response_cache
from tests.factories import make_home, publish
from tests.prepared import Prepared

from .portal import Portal

PUBLISHED = Prepared(lambda: {"home": publish(make_home())})


@pytest.fixture(scope="session", autouse=True)
def _prepared(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        PUBLISHED.prepare()


@pytest.fixture(autouse=True)
def _empty_response_cache() -> None:
    """Each test's log begins at 0, and cached responses are valid for the same end of the log."""
    response_cache.clear()


@pytest.fixture
def home(db: None) -> Any:
    return PUBLISHED.there()["home"]


@pytest.fixture
def portal(home: Any) -> Portal:
    """It has copied the front page."""
    portal = Portal()
    assert list(portal.follow().documents) == [home.pk]
    return portal
