"""Updates Wagtail's reference index once for each page that is saved.

Wagtail updates the entries of a page for the page and again for each of its rows, reading all of
them every time, and also where only columns were saved that refer to nothing that is indexed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail.models import Page

# Whether it is disabled by a page that is being saved, rather than by somebody else.
_saving = ContextVar("page_is_saved", default=False)


@contextmanager
def indexed_once(page: Page, *, has_references: bool) -> Iterator[None]:
    """`has_references` is whether what is saved may refer to other objects."""
    # They load the models of pages, which import this module.
    from wagtail.signal_handlers import reference_index_auto_update_disabled as disabled
    from wagtail.tasks import update_reference_index_task

    before = getattr(disabled, "value", False)
    if before and not _saving.get():
        yield
        return
    token = _saving.set(True)
    disabled.value = True
    try:
        yield
    finally:
        disabled.value = before
        _saving.reset(token)
    if has_references:
        meta = page._meta
        update_reference_index_task.enqueue(meta.app_label, meta.model_name, str(page.pk))
