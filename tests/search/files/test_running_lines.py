"""Headers, footers and numbers of pages in a PDF."""

from pathlib import Path

import pytest

from search.files.running_lines import without_running_lines
from tests.search.files_made import pdf, read


def left(*pages: str) -> list[str]:
    return list(without_running_lines(pages))


@pytest.mark.parametrize(
    ("pages", "without"),
    [
        # A header is left once, on the first page that has it.
        (["Noteikumi\na", "Noteikumi\nb", "Noteikumi\nc"], ["Noteikumi\na", "b", "c"]),
        (["Akts\na", "Akts\nb"], ["Akts\na", "b"]),
        (["a\nKanceleja", "b\nKanceleja"], ["Kanceleja\na", "b"]),
        # Also behind a cover, and of left and right pages.
        (["Vaks", "Kanceleja\na", "Kanceleja\nb"], ["Vaks", "Kanceleja\na", "b"]),
        (
            ["Kreisā puse\na", "Labā puse\nb", "Kreisā puse\nc", "Labā puse\nd"],
            ["Kreisā puse\na", "Labā puse\nb", "c", "d"],
        ),
        # Numbers say nothing.
        (["a\n1", "b\n2", "c\n3"], ["a", "b", "c"]),
        (["1. lpp. no 12\na", "2. lpp. no 12\nb"], ["a", "b"]),
        (["- 9 -\nKanceleja\na", "- 10 -\nKanceleja\nb"], ["Kanceleja\na", "b"]),
        # Figures that do not count the pages are those of a table.
        (["120\na", "340\nb"], ["120\na", "340\nb"]),
        (["120\na", "120\nb"], ["120\na", "120\nb"]),
        (["2019. gads\na", "2020. gads 5\nb"], ["2019. gads\na", "2020. gads 5\nb"]),
        (["9" * 5_000, "9" * 5_000], ["9" * 5_000, "9" * 5_000]),
        (["a"], ["a"]),
        (["", "a", ""], ["", "a", ""]),
        ([], []),
    ],
)
def test_what_is_left(pages: list[str], without: list[str]) -> None:
    assert left(*pages) == without


def test_a_page_that_is_only_repeated() -> None:
    assert left("Veidlapa", "Veidlapa") == ["Veidlapa", ""]


def test_a_word_is_divided_around_them(tmp_path: Path) -> None:
    pages = pdf(
        "Valsts kanceleja) Tj 14 TL T* (Iestade sniedz pakal-",
        "Valsts kanceleja) Tj 14 TL T* (pojumus) Tj T* (2",
    )
    assert read(tmp_path, pages, "a.pdf").text.startswith(
        "Valsts kanceleja\nIestade sniedz pakal-pojumus\n"
    )
