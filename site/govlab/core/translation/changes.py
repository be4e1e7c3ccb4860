"""What changed in the original of a translation since the translation was last approved.

The live original is read, so changes are seen before they are synchronised. What counts as before
are the texts that the published translation corresponds to (`reviews`); of a translation that was
never published, former texts that were translated. Nothing is stored: wagtail-localize keeps the
translations of former texts.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ObjectDoesNotExist
from django.utils.safestring import SafeString
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.strings import StringValue

from .reviews import SourceText, live_texts
from .settled_texts import block_of
from .untranslated import needs_translation
from .word_diff import cleaned, marked, words_of

# From this share of common words, from 0 to 1, a text is a later form of another one.
MIN_LIKENESS = 0.5
# From this share of its words, and from this many, a text is a part of another one.
MIN_CONTAINED, MIN_PART_WORDS = 0.8, 3


@dataclass(frozen=True)
class SourceChange:
    """A text whose original has changed; all in HTML with inline tags, as in wagtail-localize."""

    path: str
    old_source: str
    new_source: str
    old_translation: str
    # The new source with `<ins>` and `<del>`, as safe HTML.
    marked: SafeString
    # The translation of the new source, if there is one already.
    new_translation: str = ""

    @property
    def old_source_html(self) -> SafeString:
        return cleaned(self.old_source)

    @property
    def old_translation_html(self) -> SafeString:
        return cleaned(self.old_translation)

    @property
    def new_translation_html(self) -> SafeString:
        return cleaned(self.new_translation)

    @property
    def has_moved(self) -> bool:
        """Whether the same text only stands at another place."""
        return self.old_source == self.new_source


@dataclass(frozen=True)
class PlainText:
    """A text that was added to the original, or removed from it."""

    path: str
    source: str

    @property
    def source_html(self) -> SafeString:
        return cleaned(self.source)


@dataclass(frozen=True)
class Changes:
    changed: list[SourceChange] = field(default_factory=list)
    # Texts that no former one resembles.
    new: list[PlainText] = field(default_factory=list)
    removed: list[PlainText] = field(default_factory=list)
    # Whether the translation has taken them over, so that they can be translated.
    synchronised: bool = True

    def __bool__(self) -> bool:
        return bool(self.changed or self.new or self.removed)

    def of(self, path: str, source: str) -> SourceChange | None:
        """Return the change of one text. Paragraphs of a rich text have the same path."""
        found = (change for change in self.changed if change.path == path)
        return next((change for change in found if change.new_source == source), None)


def source_changes(translation: Translation) -> dict[str, SourceChange]:
    """Map paths of texts to their changes; of a rich text, that of its first changed paragraph."""
    found: dict[str, SourceChange] = {}
    for change in changes_of(translation).changed:
        found.setdefault(change.path, change)
    return found


def changes_of(translation: Translation) -> Changes:
    """A fixed number of queries for each type of page. A deleted original has no changes."""
    try:
        now = list(dict.fromkeys(live_texts(translation.source)))
    except ObjectDoesNotExist:
        return Changes()
    translated = _translations(translation)
    approved = _approved(translation)
    # Without an approved version: what was translated once, the newest first.
    before = list(reversed(translated)) if approved is None else approved
    gone = _missing(before, now)
    appeared = _missing(now, before)
    candidates = _Candidates(gone, now, appeared, translated)
    found = Changes(synchronised=_synchronised(translation) == set(now))
    used: set[SourceText] = set()
    for text in appeared:
        path, source = text
        if former := candidates.former(text):
            used.add(former)
            found.changed.append(
                SourceChange(
                    path,
                    former[1],
                    source,
                    translated[former],
                    marked(former[1], source),
                    translated.get(text, ""),
                )
            )
        else:
            found.new.append(PlainText(path, source))
    if approved is not None:
        found.removed.extend(PlainText(*text) for text in gone if text not in used)
    return found


class _Candidates:
    """Former texts, for finding the one that a text was made from."""

    def __init__(
        self,
        gone: list[SourceText],
        now: list[SourceText],
        appeared: list[SourceText],
        translated: dict[SourceText, str],
    ) -> None:
        present = set(now)
        recent = [text for text in gone if text in translated]
        known = set(recent)
        self._recent = recent
        # Older ones, and those that still stand elsewhere on the page.
        self._older = [text for text in _missing(reversed(translated), now) if text not in known]
        self._elsewhere = {text[1]: text for text in translated if text in present}
        self._texts_at = Counter(path for path, _ in now)
        self._appeared_at = Counter(path for path, _ in appeared)
        self._words = {text: _bag(text[1]) for text in {*recent, *self._older, *appeared}}

    def former(self, text: SourceText) -> SourceText | None:
        path, source = text
        for texts in (self._recent, self._older):
            here = [former for former in texts if former[0] == path]
            others = [former for former in texts if former[0] != path]
            if best := self._most_alike(text, here) or self._most_alike(text, others):
                return best
            # The only text of a field is a later form of the former one, whatever it says.
            alone = self._texts_at[path] == 1 or (self._appeared_at[path] == len(here) == 1)
            if here and alone:
                return here[0]
        return self._elsewhere.get(source)

    def _most_alike(self, text: SourceText, former: list[SourceText]) -> SourceText | None:
        words = self._words[text]
        scored = [(_likeness(self._words[each], words), each) for each in former]
        score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        return best if score >= MIN_LIKENESS else None


def _bag(source: str) -> Counter[str]:
    return Counter(word.casefold() for word in words_of(source) if word[0].isalnum())


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of common words: of both texts, or of the shorter if it is a part of the other."""
    common, sizes = (one & other).total(), (one.total(), other.total())
    if not common:
        return 0
    contained = common / min(sizes)
    if min(sizes) >= MIN_PART_WORDS and contained >= MIN_CONTAINED:
        return contained
    return 2 * common / sum(sizes)


def _missing(texts: Iterable[SourceText], others: Iterable[SourceText]) -> list[SourceText]:
    """Return the texts with words that the others lack, both at their place and in their block."""
    places = set(others)
    blocks = {(block_of(path), source) for path, source in places}
    return [
        (path, source)
        for path, source in dict.fromkeys(texts)
        if (path, source) not in places
        and not (block_of(path) and (block_of(path), source) in blocks)
        and needs_translation(StringValue(source).render_text())
    ]


def _translations(translation: Translation) -> dict[SourceText, str]:
    """Map former and present texts to their translations, the newest last."""
    rows = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id,
        locale_id=translation.target_locale_id,
        has_error=False,
    ).order_by("updated_at", "pk")
    return {
        (path, source): data
        for path, source, data in rows.values_list("context__path", "translation_of__data", "data")
    }


def _approved(translation: Translation) -> list[SourceText] | None:
    review = getattr(translation, "review", None)
    return [(path, text) for path, text in review.texts] if review and review.texts else None


def _synchronised(translation: Translation) -> set[SourceText]:
    segments = translation.source.stringsegment_set
    return set(segments.values_list("context__path", "string__data"))
