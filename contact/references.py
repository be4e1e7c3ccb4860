"""Reference numbers of problems, which readers note down and say on the telephone."""

import secrets

from django.utils import timezone

# Without letters and digits that are mistaken for each other.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_LENGTH = 6
PATTERN = rf"P-[0-9]{{4}}-[{_LETTERS}]{{{_LENGTH}}}"


def new_reference() -> str:
    """Return one such as P-2026-K7RD4M: random, so that nobody learns how many there are."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    return f"P-{timezone.localdate().year}-{letters}"
