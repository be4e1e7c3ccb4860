"""Serializes documents to JSON, and computes the digest of their content.

The digest covers all fields except those that the log adds (`UNDIGESTED`).
"""

import hashlib
import json
from typing import Any

UNDIGESTED = frozenset({"sequence", "digest", "updated_at"})
# JSON allows these characters in strings, but some line-based readers break lines at them.
_LINE_ENDS = "\u0085\u2028\u2029"


# `json.dumps` with options makes an encoder for each call.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dumps(value: Any) -> str:
    """Serialize to a single line, so that NDJSON is safe for all line-based readers."""
    text = _encode(value)
    for end in _LINE_ENDS:
        text = text.replace(end, f"\\u{ord(end):04x}")
    return text


def digest(document: dict[str, Any]) -> str:
    """Return the SHA-256 hash of the document's canonical JSON, in hex."""
    covered = {name: value for name, value in document.items() if name not in UNDIGESTED}
    canonical = json.dumps(covered, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


def has_content_of(document: dict[str, Any], earlier: dict[str, Any]) -> bool:
    """Return whether the document only adds fields to an earlier one, at any depth."""
    known = {name: value for name, value in earlier.items() if name not in UNDIGESTED}
    return _extends(document, known)


def _extends(value: Any, earlier: Any) -> bool:
    if isinstance(value, dict) and isinstance(earlier, dict):
        return all(name in value and _extends(value[name], earlier[name]) for name in earlier)
    if isinstance(value, list) and isinstance(earlier, list):
        return len(value) == len(earlier) and all(map(_extends, value, earlier))
    return bool(value == earlier)
