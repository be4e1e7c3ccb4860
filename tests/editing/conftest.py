from typing import Any

import pytest

from tests.factories import publish, translate_page


@pytest.fixture
def english_home(home: Any) -> Any:
    return translate_page(publish(home), title="Home", summary="In English.")
