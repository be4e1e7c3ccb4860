"""Database configuration from a URL, and the embedded default."""

from pathlib import Path
from typing import Any

import dj_database_url

# One writer at a time: transactions take the write lock at BEGIN and wait for it, so that server
# and worker never meet “database is locked” half-way through a transaction.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


def database(url: str, *, sqlite_path: Path) -> dict[str, Any]:
    if not url:
        sqlite_path.parent.mkdir(parents=True, exist_ok=True)
        url = f"sqlite:///{sqlite_path}"
    config: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60))
    if "sqlite" in config["ENGINE"]:
        config["OPTIONS"] = SQLITE_OPTIONS | config.get("OPTIONS", {})
    else:
        config["CONN_HEALTH_CHECKS"] = True
    return config
