from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command


def test_a_table_without_a_cluster(tmp_path: Path, settings: Any) -> None:
    settings.GOVLAB_ELASTICSEARCH_URL = ""
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text("lemma\tindexed\tsearched\nvēstule\tvēstules\tvēstulēm\n", encoding="utf-8")
    output, errors = StringIO(), StringIO()
    call_command("measure_search_analysis", pairs, stdout=output, stderr=errors)
    assert "| Python lemmas and stems | 1.000 | 1.000 | 1.000 |" in output.getvalue().splitlines()
    assert "only what needs no cluster" in errors.getvalue()


def test_nothing_to_measure_is_said() -> None:
    with pytest.raises(CommandError, match="Name a file of pairs"):
        call_command("measure_search_analysis")
