"""Writes the contract, and checks it for `make check`. Runs inside the environment.

docs/openapi.json is the contract as the code has it, docs/openapi-released.json as the last release
had it. The first must not differ from the code, and must not break the second without a new major
version.
"""

import json
import sys
from typing import Any

import django

from tools import breaking
from tools.environment import ROOT

CONTRACT = ROOT / "docs" / "openapi.json"
RELEASED = ROOT / "docs" / "openapi-released.json"


def present() -> dict[str, Any]:
    """What the code declares. Holds no address: `/` is the server."""
    django.setup()
    from govlab.delivery.api.app import api

    schema: dict[str, Any] = json.loads(json.dumps(api().get_openapi_schema()))
    return schema


def dump(contract: dict[str, Any]) -> str:
    return json.dumps(contract, ensure_ascii=False, indent=1) + "\n"


def write() -> int:
    CONTRACT.write_text(dump(present()), encoding="utf-8")
    print(f"Wrote {CONTRACT.relative_to(ROOT)}.")
    return 0


def check() -> int:
    contract = present()
    if not CONTRACT.exists() or CONTRACT.read_text(encoding="utf-8") != dump(contract):
        print("docs/openapi.json is not what the code declares. Run: make contract")
        return 1
    released = json.loads(RELEASED.read_text(encoding="utf-8"))
    breaks = list(breaking.changes(released, contract))
    if breaks and not breaking.is_new_major(released, contract):
        print("\n".join(f"BREAKING  {line}" for line in breaks))
        print("A client of the last release would fail. Take it back, or make a new major version.")
        return 1
    print(f"The contract keeps what version {released['info']['version']} promised.")
    return 0


def release() -> int:
    """What is committed becomes what the next changes are compared with."""
    RELEASED.write_text(CONTRACT.read_text(encoding="utf-8"), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit({"write": write, "check": check, "release": release}[sys.argv[1]]())
