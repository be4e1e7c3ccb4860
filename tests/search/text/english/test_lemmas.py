import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.text.english.lemmas import lemmas, stems
from search.text.english.spellings import one_spelling
from search.text.english.stemmer import uninflected


def meet(word: str, other: str) -> bool:
    found = [lemmas(each) for each in (word, other)]
    first, second = (each.likely | each.others for each in found)
    return not first.isdisjoint(second)


@pytest.mark.parametrize(
    "forms",
    [
        "go goes went gone going",
        "child children child's",
        "write wrote written writing",
        "make made making",
        "hope hoped hoping",
        "hop hopped hopping",
        "study studies studied studying",
        "box boxes",
        "hero heroes",
        "agree agreed agreeing",
        "exceed exceeded exceeding",
        "good better best",
        "easy easier easiest",
        "criterion criteria",
        "shelf shelves",
        "bus buses",
        "gas gases",
        "organise organize organised organizing",
        "analyse analyzed analysing",
        "colour colors coloured",
        "centre centers centred",
        "programme programs",
        "labour labor",
        "travel travelled traveling travels",
        "fulfil fulfill fulfilled",
        "catalogue catalogs",
        "defence defense",
        "practise practice",
        "busy busier busiest",
        "rough rougher roughest",
        "outgrow outgrew outgrown outgrows",
        "oversleep overslept",
        "resell resold reselling",
        "stride strode",
        "panic panicked panicking",
        "ombudsman ombudsmen",
        "businesswoman businesswomen",
        "housewife housewives",
        "consortium consortia",
        "synthesis syntheses",
        "queue queued queuing",
        "free freed",
        "focus focused focussed",
        "catalogue catalogued cataloging",
        "artefact artifacts",
        "grey gray",
        "tyres tire",
        "adviser advisors",
        "likeable likable",
    ],
)
def test_forms_and_spellings_meet(forms: str) -> None:
    first, *others = forms.split()
    for other in others:
        assert meet(first, other), other


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("hop", "hope"),
        ("present", "presend"),
        ("resent", "resend"),
        ("specimen", "speciman"),
        ("folder", "fold"),
        ("forest", "fore"),
        ("plan", "plane"),
        ("file", "fill"),
        ("university", "universe"),
        ("police", "policy"),
        ("news", "new"),
        ("organ", "organise"),
        ("hour", "hor"),
        ("size", "sis"),
        ("feed", "fee"),
    ],
)
def test_other_words_stay_apart(word: str, other: str) -> None:
    assert not meet(word, other)


@pytest.mark.parametrize(("word", "other"), [("found", "find"), ("left", "leave"), ("saw", "see")])
def test_a_form_that_is_a_word_itself_is_that_word_first(word: str, other: str) -> None:
    found = lemmas(word)
    assert lemmas(other).likely.isdisjoint(found.likely)
    assert lemmas(other).likely == found.others


@given(st.from_regex("[a-z]{1,15}", fullmatch=True))
def test_something_is_always_left_and_plurals_lose_their_s(word: str) -> None:
    assert uninflected(word)
    assert one_spelling(word)
    assert uninflected(f"{word}ls") == uninflected(f"{word}l")


@pytest.mark.parametrize(
    ("adverb", "adjective"),
    [("easily", "easy"), ("simply", "simple"), ("newly", "new"), ("truly", "true")],
)
def test_adverbs_share_the_stem_of_their_adjective(adverb: str, adjective: str) -> None:
    assert not stems(adverb).isdisjoint(stems(adjective))


@pytest.mark.parametrize(
    "words",
    [
        "apply applies applying application applications",
        "register registered registration registrations",
        "describe description",
        "decide decision",
        "extend extension",
        "pay payment",
        "analyse analysis",
        "choose choice",
        "complain complaint complaints",
    ],
)
def test_a_verb_and_its_noun_have_a_stem_in_common(words: str) -> None:
    first, *others = map(stems, words.split())
    assert all(not first.isdisjoint(other) for other in others), words


@pytest.mark.parametrize(
    ("word", "other"),
    [("comment", "come"), ("cement", "see"), ("pension", "pen"), ("ration", "ray")],
)
def test_words_that_end_like_such_nouns_stay_apart(word: str, other: str) -> None:
    assert stems(word).isdisjoint(stems(other))


@pytest.mark.parametrize(
    "family",
    [
        "apply application applicant",
        "decide decision decisive",
        "measure measurement measuring",
        "train trainer trainee training trainers",
        "write writer writers",
        "plan planner planning",
        "inspect inspector inspection",
        "create creation creator creative",
        "publish publication publisher",
        "permit permission",
        "simple simplify simplified simplification simplicity",
        "clear clarity clarify",
        "priority prioritise prioritised",
        "digital digitise digitalisation",
        "read readable readability reader",
        "use user usage",
        "lead leader leadership",
        "usable usability",
        "accessible accessibility",
        "hope hopeless",
        "environment environmental",
        "long length",
        "private privacy",
        "employ employee employer",
    ],
)
def test_words_of_a_family_share_a_stem(family: str) -> None:
    first, *others = family.split()
    for other in others:
        assert not stems(first).isdisjoint(stems(other)), other


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("numb", "number"),
        ("corn", "corner"),
        ("form", "former"),
        ("cove", "cover"),
        ("organ", "organise"),
        ("commit", "committee"),
        ("commit", "commission"),
        ("plane", "planner"),
        ("agent", "agency"),
        ("let", "letter"),
        ("pap", "paper"),
        ("pref", "prefer"),
        ("quart", "quarter"),
        ("moth", "mother"),
        ("fact", "factor"),
    ],
)
def test_words_that_only_look_alike_share_none(word: str, other: str) -> None:
    assert stems(word).isdisjoint(stems(other))


@pytest.mark.parametrize("word", ["later", "latest"])
def test_what_comes_last_is_hardly_late(word: str) -> None:
    found = lemmas(word)
    assert (found.likely, found.others) == ({word}, {"late"})
