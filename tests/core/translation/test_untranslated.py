import pytest

from govlab.core.translation.untranslated import needs_translation


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "2024",
        "12,5 %",
        "–",
        "+371 67 000 000",
        "a@example.org",
        "https://a.lv/b",
        "/lv/x/",
    ],
)
def test_reads_alike_everywhere(text: str) -> None:
    assert not needs_translation(text)


@pytest.mark.parametrize("text", ["OECD", "2024. gads", "Raksti a@example.org", "12 km"])
def test_has_words(text: str) -> None:
    assert needs_translation(text)
