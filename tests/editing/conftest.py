from typing import Any

import pytest

from govlab.editing.roles.create import create_roles
from tests.factories import publish, translate_page
from tests.factories.accounts import make_account


@pytest.fixture
def english_home(home: Any) -> Any:
    return translate_page(publish(home), title="Home", summary="In English.")


@pytest.fixture
def staff(home: Any, english_home: Any) -> dict[str, Any]:
    """An account of each role, by the role's key and language, such as `translator-en`."""
    return {
        f"{made.role.key}-{made.language}".strip("-"): make_account(made.group)
        for made in create_roles()
    }
