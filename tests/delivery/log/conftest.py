from typing import Any

import pytest

from govlab.delivery.api.response_cache import response_cache
from tests.factories import make_home, publish

from .portal import Portal


@pytest.fixture(autouse=True)
def _no_kept_answers() -> None:
    """Each test's log begins at 0 again, and what is kept is known by where the log ends."""
    response_cache.clear()


@pytest.fixture
def home(db: None) -> Any:
    return publish(make_home())


@pytest.fixture
def portal(home: Any) -> Portal:
    """It has copied the front page."""
    portal = Portal()
    assert list(portal.follow().documents) == [home.pk]
    return portal
