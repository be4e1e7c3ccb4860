"""The icons are those of the mark as it is."""

from PIL import Image

from tools.icons import DIRECTORY, FAVICON, FAVICON_SIZES, ICONS, SOURCE, digest


def test_icons_are_drawn_from_the_mark() -> None:
    """Otherwise run `python -m tools.icons`."""
    for name, size, _ in ICONS:
        with Image.open(DIRECTORY / name) as icon:
            assert icon.size == (size, size)
            assert icon.info[SOURCE] == digest(), name
    with Image.open(DIRECTORY / FAVICON) as icon:
        assert icon.info["sizes"] == {(size, size) for size in FAVICON_SIZES}
