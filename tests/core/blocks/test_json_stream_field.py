"""Blocks stay out of the migrations, and a migration of stored blocks is possible all the same."""

from typing import Any

import pytest
from django.db import connection, migrations
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.db.models import JSONField
from django.db.models.functions import Cast
from wagtail import blocks
from wagtail.blocks.migrations.migrate_operation import MigrateStreamData
from wagtail.blocks.migrations.operations import RenameStructChildrenOperation
from wagtail.fields import StreamField

from govlab.core.blocks import JSONStreamField
from home.models import StandardPage
from tests.factories import make_home, make_standard

QUOTE = {"type": "quote", "id": "q", "value": {"text": "Jā", "author": "A"}}
GONE = {"type": "gone", "id": "g", "value": [1, {"a": None}]}


def test_migrations_hold_no_blocks() -> None:
    field = JSONStreamField([("a", blocks.CharBlock())], blank=True, min_num=1)
    _, path, args, kwargs = field.deconstruct()
    assert (path, args, set(kwargs)) == ("django.db.models.JSONField", [], {"blank", "encoder"})


def test_a_clone_keeps_its_blocks() -> None:
    field = JSONStreamField([("a", blocks.CharBlock())], blank=True, min_num=1)
    clone = field.clone()
    assert isinstance(clone, JSONStreamField)
    assert list(clone.stream_block.child_blocks) == ["a"]
    assert clone.stream_block.meta.min_num == 1
    assert not clone.stream_block.required
    assert clone.deconstruct() == field.deconstruct()


@pytest.fixture
def page(db: None) -> StandardPage:
    page = make_standard(make_home())
    StandardPage.objects.filter(pk=page.pk).update(body=[QUOTE, GONE])
    return page


def stored(page: StandardPage) -> Any:
    bodies = StandardPage.objects.annotate(stored=Cast("body", JSONField()))
    return bodies.values_list("stored", flat=True).get(pk=page.pk)


def latest() -> ProjectState:
    return MigrationLoader(connection).project_state()


def test_a_historical_model_keeps_blocks_that_are_gone(page: StandardPage) -> None:
    historical = latest().apps.get_model("home", "StandardPage").objects.get(pk=page.pk)
    assert historical.body == [QUOTE, GONE]
    historical.save()
    assert stored(page) == [QUOTE, GONE]


def test_wagtails_operations_on_stored_blocks(page: StandardPage) -> None:
    """As CONTRIBUTING.md says it."""

    class Migration(migrations.Migration):
        operations = [
            migrations.SeparateDatabaseAndState(
                state_operations=[
                    migrations.AlterField(
                        "StandardPage", "body", StreamField([("quote", blocks.StructBlock())])
                    )
                ]
            ),
            MigrateStreamData(
                "home",
                "StandardPage",
                "body",
                [(RenameStructChildrenOperation("author", "source"), "quote")],
            ),
        ]

    Migration("0002_quotes", "home").apply(latest(), connection.schema_editor())
    renamed = QUOTE | {"value": {"text": "Jā", "source": "A"}}
    assert stored(page) == [renamed, GONE]
