"""Clients made from the contract keep its types; they stop compiling where it loses one."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
CONTRACT = HERE.parents[1] / "docs" / "openapi.json"
NODE = HERE / "typescript" / "node_modules" / ".bin"


def run(directory: Path, *command: str | Path) -> str:
    """What the program said; empty where it found nothing wrong."""
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else (done.stdout + done.stderr or "failed")


def typescript(directory: Path, contract: dict[str, Any]) -> str:
    (directory / "openapi.json").write_text(json.dumps(contract))
    for name in ("consumer.ts", "tsconfig.json"):
        shutil.copy(HERE / "typescript" / name, directory)
    made = run(directory, NODE / "openapi-typescript", "openapi.json", "-o", "contract.d.ts")
    return made or run(directory, NODE / "tsc", "--project", ".")


def python(directory: Path, contract: dict[str, Any]) -> str:
    (directory / "openapi.json").write_text(json.dumps(contract))
    shutil.copy(HERE / "python_consumer.py", directory / "consumer.py")
    generator = ["--input", "openapi.json", "--input-file-type", "openapi", "--output"]
    style = ["--output-model-type", "pydantic_v2.BaseModel", "--formatters", "builtin"]
    tool = Path(sys.executable).with_name("datamodel-codegen")
    version = ["--target-python-version", "3.11"]
    made = run(directory, tool, *generator, "contract.py", *style, *version, "--use-annotated")
    strict = ["--strict", "--config-file=", "--cache-dir", ".cache"]
    return made or run(directory, sys.executable, "-m", "mypy", *strict, "consumer.py")


@pytest.fixture
def contract() -> Any:
    return json.loads(CONTRACT.read_text())


@pytest.fixture
def poorer(contract: Any) -> Any:
    """A news item's kind and date became any text, and the feed lost its tombstones' type."""
    schemas = contract["components"]["schemas"]
    schemas["NewsDocument"]["properties"]["date"] = {"type": "integer"}
    schemas["Entry"]["oneOf"] = [{"$ref": "#/components/schemas/PageSummary"}]
    del schemas["Entry"]["discriminator"]
    return contract


@pytest.mark.typescript
def test_a_typescript_client_compiles(contract: Any, tmp_path: Path) -> None:
    assert typescript(tmp_path, contract) == ""


@pytest.mark.typescript
def test_a_typescript_client_notices_a_lost_type(poorer: Any, tmp_path: Path) -> None:
    assert "consumer.ts" in typescript(tmp_path, poorer)


def test_a_python_client_type_checks(contract: Any, tmp_path: Path) -> None:
    assert python(tmp_path, contract) == ""


def test_a_python_client_notices_a_lost_type(poorer: Any, tmp_path: Path) -> None:
    assert "consumer.py" in python(tmp_path, poorer)
