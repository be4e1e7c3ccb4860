"""The freshness of a translation equals a naive model of it, whatever is edited in which order.

The model knows which version of the original the public translation was made of, and compares it
with the public version of the original.
"""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from wagtail_localize.models import StringTranslation, Translation

from govlab.core.translation.changes import changes_of
from govlab.core.translation.confirmation import confirm_unchanged
from govlab.core.translation.states import translation_state
from govlab.delivery.schemas.page import TranslationStatus
from tests.core.translation.originals import answer, stored, submit, write
from tests.factories import make_standard, publish, translate_page

TEXTS = ("Kas mēs esam.", "Kas mēs bijām.", "Kas mēs būsim.")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from(TEXTS)),
        st.tuples(
            st.sampled_from(
                [
                    "draft the original",
                    "republish",
                    "take over",
                    "translate",
                    "reword",
                    "save",
                    "publish",
                    "publish the draft",
                    "confirm",
                    "unpublish",
                ]
            ),
            st.just(""),
        ),
    ),
    max_size=8,
)


class World:
    """The page and its translation, and what the model knows of them."""

    def __init__(self, home: Any) -> None:
        page = make_standard(home, "Par mums", summary=TEXTS[0])
        self.page = publish(page)
        self.translation = submit(self.page)
        self.english = self.page.get_translation(self.translation.target_locale)
        answer(self.translation)
        self.translation.save_target(publish=True)
        self.original = self.taken_over = self.public = self.draft = TEXTS[0]
        self.translated = {TEXTS[0]}

    def do(self, step: str, text: str) -> None:
        getattr(self, step.replace(" ", "_"))(*([text] if text else []))
        self.page = type(self.page).objects.get(pk=self.page.pk)
        self.translation = stored(self.translation)
        self.english = type(self.english).objects.get(pk=self.english.pk)

    def write(self, text: str) -> None:
        write(self.page, summary=text)
        self.original = text

    def draft_the_original(self) -> None:
        self.page.summary = "Melnraksts, ko neviens nav publicējis."
        self.page.save_revision()

    def republish(self) -> None:
        publish(self.page)

    def take_over(self) -> None:
        self.translation.source.update_from_db()
        self.taken_over = self.original

    def translate(self) -> None:
        answer(self.translation)
        self.translated.add(self.taken_over)

    def reword(self) -> None:
        texts = StringTranslation.objects.filter(
            context__object_id=self.page.translation_key, context__path="summary"
        )
        for text in texts:
            text.data += " Labāk."
            text.save()

    def save(self) -> None:
        self.translation.save_target(publish=False)
        self.draft = self.taken_over

    def publish(self) -> None:
        if self.taken_over in self.translated:
            self.translation.save_target(publish=True)
            self.public = self.draft = self.taken_over

    def publish_the_draft(self) -> None:
        """The revision that was saved last, as a workflow or a schedule does."""
        if self.draft in self.translated:
            english = type(self.english).objects.get(pk=self.english.pk)
            revision = english.get_latest_revision()
            if english.summary and "en:" in revision.content["summary"]:
                revision.publish()
                self.public = self.draft

    def confirm(self) -> None:
        confirm_unchanged(self.translation, self.english, None)
        self.public = self.taken_over = self.original
        self.translated.add(self.original)

    def unpublish(self) -> None:
        self.english.unpublish()
        self.english = type(self.english).objects.get(pk=self.english.pk)
        self.english.get_latest_revision()

    @property
    def expected(self) -> TranslationStatus:
        left = self.taken_over not in self.translated
        same = self.public == self.original
        return TranslationStatus.CURRENT if same and not left else TranslationStatus.OUTDATED


@settings(
    max_examples=max(6, settings().max_examples // 20),
    deadline=None,
    derandomize=settings().max_examples <= 100,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@example(
    [
        ("write", TEXTS[1]),
        ("take over", ""),
        ("translate", ""),
        ("publish", ""),
        ("write", TEXTS[0]),
        ("take over", ""),
    ]
)
@example([("write", TEXTS[1]), ("confirm", ""), ("take over", ""), ("publish", "")])
@example(
    [
        ("write", TEXTS[1]),
        ("take over", ""),
        ("translate", ""),
        ("save", ""),
        ("write", TEXTS[2]),
        ("take over", ""),
        ("publish the draft", ""),
    ]
)
@given(steps=STEPS)
@pytest.mark.usefixtures("english_home")
def test_freshness(home: Any, django_db_blocker: Any, steps: list[tuple[str, str]]) -> None:
    world = World(home)
    for step, text in steps:
        world.do(step, text)
        state = translation_state(world.english)
        assert state.status == world.expected, step
        assert (state.source_changed_at is None) == (state.status == TranslationStatus.CURRENT)
        if world.public == world.original:
            assert not changes_of(world.translation).changed
        elif world.public in world.translated:
            assert [
                (change.old_source, change.new_source)
                for change in changes_of(world.translation).changed
            ] == [(world.public, world.original)]


@pytest.fixture
def english_home(home: Any) -> Translation:
    translate_page(publish(home), title="Home", summary="Summary.")
    return Translation.objects.get(source__object_id=home.translation_key)
