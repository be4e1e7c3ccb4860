"""Nothing that an engine may say is without words."""

from django.utils.translation import override

from search.engines.explaining import EXPLAIN
from search.engines.failover import ENGINES
from search.explanation import wording
from search.query.boosts import DEFAULT
from search.query.explanation import Cause
from search.text.tokens import LEMMA, STEM


def test_everything_has_words() -> None:
    assert wording.TEXTS.keys() == DEFAULT.texts.keys()
    assert wording.KINDS.keys() == DEFAULT.tokens.keys()
    assert wording.CAUSES.keys() == set(Cause) - {Cause.WORD}
    assert wording.ENGINES.keys() == EXPLAIN.keys() == ENGINES.keys()


def test_a_stem_is_another_form_in_english_only() -> None:
    with override("en"):
        assert str(wording.KINDS[LEMMA]) == "in another form"
        assert str(wording.KINDS[STEM]) == "a word with the same beginning"


def test_weights() -> None:
    with override("en"):
        labels = [str(wording.weight_label(share)) for share in (1.0, 0.5, 0.49, 0.15, 0.14, 0.0)]
    assert labels == ["decisive", "decisive", "important", "important", "minor", "minor"]
