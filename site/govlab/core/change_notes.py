"""“What changed” notes, which editors write for readers with a publication.

A note belongs to the version that it is typed with, so it is public once that very version is: at
once, on approval, by a schedule, or with a release. It is no field of the page, because the next
version has another note or none, and wagtail-localize would copy it to each translation.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision
from wagtail.signals import page_published

LENGTH = 250
# The attribute in which the form hands over the note of the version that it saves.
TYPED = "typed_change_note"


class ChangeNote(models.Model):
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="change_notes"
    )
    # The version it was typed with; null once that is purged.
    revision = models.OneToOneField(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="change_note"
    )
    text = models.CharField(_("what changed"), max_length=LENGTH)
    # When it became public; null for a draft.
    at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["page", "-at"], name="core_change_notes")]

    def __str__(self) -> str:
        return f"page {self.page_id}: {self.text}"


def connect() -> None:
    page_published.connect(_published, dispatch_uid="core_change_notes")


def note_of_draft(page: Page) -> str:
    """Return the note that the page's latest version will be published with."""
    if not page.pk or not page.latest_revision_id:
        return ""
    notes = ChangeNote.objects.filter(revision=page.latest_revision_id, at=None)
    return notes.values_list("text", flat=True).first() or ""


def keep_note(page: Page, revision: Revision) -> None:
    """Store the note that the form handed over with the version; an empty one removes it."""
    text = page.__dict__.pop(TYPED, None)
    if text is None:
        return
    drafts = ChangeNote.objects.filter(revision=revision, at=None)
    if not text:
        drafts.delete()
    elif not drafts.update(text=text) and not ChangeNote.objects.filter(revision=revision).exists():
        ChangeNote.objects.create(page_id=page.pk, revision=revision, text=text)


def published_notes(pages: Sequence[Page]) -> dict[int, list[ChangeNote]]:
    """Map the primary keys of pages to the notes that readers see, the latest first."""
    found: dict[int, list[ChangeNote]] = defaultdict(list)
    notes = ChangeNote.objects.filter(page__in=[page.pk for page in pages], at__isnull=False)
    for note in notes.order_by("-at", "-pk"):
        found[note.page_id].append(note)
    return found


def _published(instance: Page, revision: Revision | None = None, **kwargs: Any) -> None:
    """Wagtail's signal, within the transaction of the publication. A first publication that is
    scheduled sends it with `live=False`."""
    if not instance.live or revision is None:
        return
    drafts = ChangeNote.objects.filter(page=instance.pk, at=None)
    if not drafts.exists():
        return
    # One that was published before, as when a version is published again, keeps its date.
    drafts.filter(revision=revision).update(at=instance.last_published_at)
    # Those of earlier versions were never public and never will be.
    drafts.filter(revision__lt=revision.pk).delete()
