from typing import Any

import pytest

from govlab.editing.roles.create import create_roles
from tests.factories import make_home, publish, translate_page
from tests.factories.accounts import make_account
from tests.prepared import Prepared


def _make_english_home() -> dict[str, Any]:
    return {"home": translate_page(publish(make_home()), title="Home", summary="In English.")}


def _make_accounts() -> dict[str, Any]:
    publish(_make_english_home()["home"])
    made = create_roles()
    several = {item.role for item in made if sum(other.role == item.role for other in made) > 1}
    return {
        f"{item.role.key}-{item.language}" if item.role in several else item.role.key: make_account(
            item.group
        )
        for item in made
    }


ENGLISH_HOME, ACCOUNTS = Prepared(_make_english_home), Prepared(_make_accounts)


@pytest.fixture(scope="session", autouse=True)
def _prepared(django_db_setup: None, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock():
        ENGLISH_HOME.prepare()
        ACCOUNTS.prepare()


@pytest.fixture
def english_home(home: Any) -> Any:
    return ENGLISH_HOME.there()["home"]


@pytest.fixture
def accounts(home: Any) -> dict[str, Any]:
    """An account for each role, by the role's key and its language where there are several, on a
    site in both languages."""
    return ACCOUNTS.there()
