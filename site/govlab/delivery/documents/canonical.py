"""JSON as it is served, and the digest that says whether it changed.

A document's digest covers everything but what the log itself writes on it (`UNDIGESTED`).
"""

import hashlib
import json
from typing import Any

UNDIGESTED = frozenset({"sequence", "digest", "updated_at"})
# JSON allows them in a string as they are; many readers of lines end a line there.
_LINE_ENDS = "\u0085\u2028\u2029"


def dumps(value: Any) -> str:
    """One line, for whatever reads lines."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for end in _LINE_ENDS:
        text = text.replace(end, f"\\u{ord(end):04x}")
    return text


def digest(document: dict[str, Any]) -> str:
    """SHA-256, in hexadecimal digits, of the document's canonical JSON."""
    covered = {name: value for name, value in document.items() if name not in UNDIGESTED}
    canonical = json.dumps(covered, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()
