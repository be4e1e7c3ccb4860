"""The stamp of a checked form: proof that its sender saw their own text before they sent it.

The page with the form is the same for everybody and is cached, so nothing in it can show that
somebody looked at it. Whoever posts it gets their text back to check, with a stamp of the time and
of the text; only a stamped form is stored. A program that posts forms blindly never has one, and a
person needs longer than `SHORTEST` to press the second button.

No CSRF token: the form acts for nobody who is logged in, so there is no authority to borrow.
"""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from time import time
from uuid import UUID, uuid4

from django.core import signing

SHORTEST = timedelta(seconds=2)
LONGEST = timedelta(days=1)
_SALT = "contact.problems.stamp"


class StampError(Exception):
    """The form has to be checked again."""


class TooSoonError(StampError):
    """The stamp is valid, and too fresh for a person to have read the text."""


@dataclass(frozen=True)
class Stamp:
    # Identifies what is sent, so that sending it twice stores it once.
    submission: UUID
    text: str

    def __str__(self) -> str:
        return self.text


def make(texts: dict[str, str]) -> Stamp:
    submission = uuid4()
    signed = signing.dumps([submission.hex, int(time()), _digest(texts)], salt=_SALT)
    return Stamp(submission, signed)


def check(text: str, texts: dict[str, str]) -> UUID:
    """Return the submission. Raises StampError unless the stamp is of these texts and in time."""
    try:
        submission, made_at, digest = signing.loads(text, salt=_SALT, max_age=LONGEST)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise StampError from error
    if digest != _digest(texts):
        raise StampError
    if time() - made_at < SHORTEST.total_seconds():
        raise TooSoonError
    return UUID(submission)


def _digest(texts: dict[str, str]) -> str:
    parts = "\0".join(f"{name}\0{texts[name]}" for name in sorted(texts))
    return sha256(parts.encode()).hexdigest()
