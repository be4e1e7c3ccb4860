from typing import Any

import pytest

from govlab.editing.roles.create import create_roles
from tests.factories import publish, translate_page
from tests.factories.accounts import make_account


@pytest.fixture
def english_home(home: Any) -> Any:
    return translate_page(publish(home), title="Home", summary="In English.")


@pytest.fixture
def accounts(home: Any) -> dict[str, Any]:
    """An account for each role, by the role's key and its language where there are several."""
    english = translate_page(publish(home), title="Home", summary="In English.")
    publish(english)
    made = create_roles()
    several = {item.role for item in made if sum(other.role == item.role for other in made) > 1}
    return {
        f"{item.role.key}-{item.language}" if item.role in several else item.role.key: make_account(
            item.group
        )
        for item in made
    }
