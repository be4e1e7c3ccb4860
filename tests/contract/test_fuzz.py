"""Whatever the contract allows, and what it does not, the API answers as declared."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from .conftest import CONTRACT

pytestmark = [
    pytest.mark.contract,
    pytest.mark.django_db,
    pytest.mark.usefixtures("documents", "unlimited"),
]

EXAMPLES = 40
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
]


@pytest.fixture
def unlimited(settings: Any) -> Iterator[None]:
    """Any number of requests, on the connection that holds the test's transaction."""
    settings.GOVLAB_API_REQUESTS_PER_MINUTE = 0
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


SCHEMA = schemathesis.openapi.from_dict(json.loads(CONTRACT.read_text()))
SCHEMA.app = get_wsgi_application()
# A list with too many entries may also be too large to be read.
REJECTION = SCHEMA.config.checks.negative_data_rejection
REJECTION.expected_statuses = [*REJECTION.expected_statuses, "413"]
OPERATIONS = [result.ok() for result in SCHEMA.get_all_operations()]

# A call without parameters can be sent nothing wrong.
CASES = [
    pytest.param(operation, mode, id=f"{operation.label} {mode.value}")
    for operation in OPERATIONS
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
    if mode is GenerationMode.POSITIVE or operation.label != "GET /api/v1/"
]


@pytest.mark.parametrize(("operation", "mode"), CASES)
def test_call(operation: Any, mode: GenerationMode) -> None:
    @settings(
        max_examples=EXAMPLES,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def call(case: Any) -> None:
        case.call_and_validate(checks=CHECKS)

    call()
