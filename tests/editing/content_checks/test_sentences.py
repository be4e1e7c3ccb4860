"""Where a sentence ends, and how many words it has."""

import pytest

from govlab.editing.content_checks.draft import Draft, Text
from govlab.editing.content_checks.sentences import long_sentences, sentences, word_count


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("lv", "Tiekamies 5. maijā. Nāciet visi!", ["Tiekamies 5. maijā.", "Nāciet visi!"]),
        ("lv", "Tas notika 2019. gadā Rīgā.", ["Tas notika 2019. gadā Rīgā."]),
        ("lv", "Sākām 2019. Tagad turpinām.", ["Sākām 2019.", "Tagad turpinām."]),
        ("lv", "Runāja 14. Saeimas deputāts.", ["Runāja 14. Saeimas deputāts."]),
        ("lv", "Ministrijas, pašvaldības u. c. Latvijas iestādes.", None),
        ("lv", "Sāksim plkst. 10.30, t. i., pēc brīža.", None),
        ("lv", "Raksta J. Bērziņš un A. E. Krūmiņa no LR Saeimas.", None),
        ("lv", "Skat. MK noteikumus Nr. 445, 3. pielikumu.", None),
        ("lv", "Adrese ir www.piemers.lv. Rakstiet!", ["Adrese ir www.piemers.lv.", "Rakstiet!"]),
        ("lv", "Vai tas der? “Der.” Tā viņi teica…", ["Vai tas der?", "“Der.”", "Tā viņi teica…"]),
        ("lv", "Pirmais\nOtrais", ["Pirmais", "Otrais"]),
        ("en", "See e.g. Mr. Smith, No. 5. It ended in 2019. Then", None),
        ("en", "We met Dr. A. B. Jones, i.e. Anna. She spoke.", None),
        ("en", "The answer is no. We wait.", ["The answer is no.", "We wait."]),
        ("en", "", []),
    ],
)
def test_sentences(language: str, text: str, expected: list[str] | None) -> None:
    whole = {
        "See e.g. Mr. Smith, No. 5. It ended in 2019. Then": [
            "See e.g. Mr. Smith, No. 5.",
            "It ended in 2019.",
            "Then",
        ],
        "We met Dr. A. B. Jones, i.e. Anna. She spoke.": [
            "We met Dr. A. B. Jones, i.e. Anna.",
            "She spoke.",
        ],
    }
    assert list(sentences(text, language)) == (expected or whole.get(text, [text] if text else []))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pieci vārdi ir šajā teikumā.", 5),
        ("Ministrijas u. c. iestādes", 3),
        ("tas ir 12 500 eiro", 4),
        ("tas ir 1 000 000 eiro", 4),
        ("gadi 2018 2019", 3),
        ("viens – divi — trīs • četri", 4),
        ("rakstiet uz vards@piemers.lv vai https://piemers.lv/cels?a=b", 5),
        ("e-pakalpojumi", 1),
        ("", 0),
    ],
)
def test_words(text: str, words: int) -> None:
    assert word_count(text) == words


def found(text: str, language: str = "lv") -> list[str]:
    draft = Draft(language, [Text("Saturs", "body", text)])
    return [finding.message for finding in long_sentences(draft)]


def test_the_limit() -> None:
    assert found(" ".join(["vārds"] * 25) + ".") == []
    [message] = found(" ".join(["vārds"] * 26) + ".")
    assert "26" in message


def test_abbreviations_do_not_lengthen() -> None:
    assert found("Ir " + " ".join(["vārds"] * 22) + " u. tml. lietas.") == []


def test_paragraphs_are_not_one_sentence() -> None:
    half = " ".join(["vārds"] * 20)
    assert found(f"{half}\n{half}") == []
