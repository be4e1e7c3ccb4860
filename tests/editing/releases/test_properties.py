"""Whatever people do, in whatever order: nothing becomes public that was not approved, and a
release is published as a whole or not at all."""

from typing import Any

from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from govlab.editing.models import ReleaseState
from govlab.editing.releases import actions, approval
from govlab.editing.releases.publish import publish as publish_release

from .conftest import Staff

STEPS = st.lists(
    st.one_of(
        st.sampled_from(
            [
                ("submit",),
                ("withdraw",),
                ("reject",),
                ("publish",),
                ("approve", "latvian_approver"),
                ("approve", "english_approver"),
            ]
        ),
        st.tuples(
            st.sampled_from(["edit", "use_draft", "lock", "unlock", "add", "remove", "unpublish"]),
            st.integers(0, 3),
        ),
    ),
    min_size=4,
    max_size=14,
)
# So that most runs reach a publication.
WAY = [("submit",), ("approve", "latvian_approver"), ("approve", "english_approver"), ("publish",)]


class Run:
    """A release with the drafts that were approved, as a model of what may be public."""

    def __init__(self, staff: Staff, pages: list[Any]) -> None:
        self.staff, self.pages = staff, pages
        self.release = actions.create("Laidiens", staff.chief)
        actions.add(self.release, pages, staff.chief)
        # Page → titles that an approver of its language saw and approved, and the present one.
        self.allowed = {page.pk: {page.title} if page.live else set() for page in pages}
        self.edits = 0

    def step(self, name: str, *rest: Any) -> None:
        before = self.public()
        try:
            getattr(self, f"_{name}")(*rest)
        except ValidationError:
            assert self.public() == before, "a refusal changed something"
        self.release.refresh_from_db()
        self.check(before, name)

    def public(self) -> dict[int, str]:
        pages = Page.objects.filter(pk__in=[page.pk for page in self.pages], live=True)
        return dict(pages.values_list("pk", "title"))

    def check(self, before: dict[int, str], name: str) -> None:
        after = self.public()
        for pk, title in after.items():
            assert title in self.allowed[pk], (name, title)
        if name == "publish" and after != before:
            assert self.release.state == ReleaseState.PUBLISHED
        if self.release.state == ReleaseState.PUBLISHED and name == "publish":
            items = self.release.items.all()
            assert {item.page_id for item in items} <= after.keys()
        if self.release.state == ReleaseState.APPROVED:
            assert all(item.approved_at for item in self.release.items.all())

    def _submit(self) -> None:
        approval.submit(self.release, self.staff.author)

    def _withdraw(self) -> None:
        approval.withdraw(self.release, self.staff.author)

    def _reject(self) -> None:
        approval.reject(self.release, self.staff.chief, "Vēlreiz.")

    def _publish(self) -> None:
        publish_release(self.release, self.staff.chief)

    def _approve(self, who: str) -> None:
        approver = getattr(self.staff, who)
        items = list(self.release.items.select_related("page", "revision"))
        approval.approve(self.release, approver, items)
        for item in self.release.items.filter(approved_by=approver).select_related("revision"):
            if item.page_id and item.revision:
                self.allowed[item.page_id].add(item.revision.content["title"])

    def _edit(self, number: int) -> None:
        page = Page.objects.get(pk=self.pages[number].pk).specific
        self.edits += 1
        page.title = f"Melnraksts {self.edits}"
        page.save_revision()

    def _lock(self, number: int) -> None:
        Page.objects.filter(pk=self.pages[number].pk).update(locked=True)

    def _unlock(self, number: int) -> None:
        Page.objects.filter(pk=self.pages[number].pk).update(locked=False)

    def _unpublish(self, number: int) -> None:
        Page.objects.get(pk=self.pages[number].pk).specific.unpublish()

    def _add(self, number: int) -> None:
        actions.add(self.release, [Page.objects.get(pk=self.pages[number].pk)], self.staff.chief)

    def _item(self, number: int) -> Any:
        item = self.release.items.filter(page=self.pages[number].pk).first()
        if item is None:
            raise ValidationError("It is not in the release.")
        return item

    def _remove(self, number: int) -> None:
        actions.remove(self.release, self._item(number), self.staff.chief)

    def _use_draft(self, number: int) -> None:
        approval.use_draft(self.release, self._item(number), self.staff.chief)


@settings(
    deadline=None,
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_any_order_of_actions(
    staff: Staff, pair: list[Any], second_pair: list[Any], steps: list[Any]
) -> None:
    from django.db import transaction

    with transaction.atomic():
        run = Run(staff, [*pair, *second_pair])
        for step in [*steps, *WAY]:
            run.step(*step)
        transaction.set_rollback(True)
