"""Which picture a page has: its address names a digest of all that is drawn."""

from dataclasses import astuple
from hashlib import sha256

from django.urls import reverse
from django.utils.translation import gettext, override

from govlab.delivery.documents.registry import type_named

from .drawing import Subject
from .motifs import DEFAULT

# Another one where the same subject is drawn differently.
VERSION = 1
DIGEST_LENGTH = 12


def subject_of(type_name: str, title: str, locale: str) -> Subject:
    kind = type_named(type_name)
    with override(locale):
        owner = f"{gettext('Innovation Laboratory')} · {gettext('State Chancellery of Latvia')}"
        label = str(kind.label) if kind.collection else ""
    return Subject(title, label, kind.motif or DEFAULT, owner)


def digest_of(subject: Subject) -> str:
    parts = (str(VERSION), *astuple(subject))
    return sha256("\n".join(parts).encode()).hexdigest()[:DIGEST_LENGTH]


def path_of(page_id: int, subject: Subject) -> str:
    return reverse("link_picture", args=[page_id, digest_of(subject)])
