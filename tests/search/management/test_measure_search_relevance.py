from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_standard, publish
from tests.search.indexed import bring_up_to_date

pytestmark = pytest.mark.django_db


def measured(*arguments: Any, **options: Any) -> str:
    output = StringIO()
    call_command("measure_search_relevance", *arguments, stdout=output, **options)
    return output.getvalue()


def test_a_table_of_golden_queries_and_known_items(home: Any, tmp_path: Path) -> None:
    page = publish(make_standard(home, title="Pašvaldība remontē bibliotēku"))
    bring_up_to_date()
    path = page.get_url()
    golden = tmp_path / "golden.tsv"
    golden.write_text(f"kind\tquery\tpages\nmisspelt\tbiblotēka\t{path}=3\n", encoding="utf-8")
    lines = measured(golden, known_items=5).splitlines()
    assert "| misspelt | 1 | 1.000 | 1.000 | 1.000 | 1.000 |" in lines
    assert any(line.startswith("| title | 1 | 1.000") for line in lines)
    assert lines[-1].startswith("| all |")


def test_without_queries_there_is_nothing_to_measure() -> None:
    with pytest.raises(CommandError, match="--known-items"):
        measured()
