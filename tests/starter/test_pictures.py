from io import BytesIO

import pytest
from PIL import Image

from govlab.starter.pictures import MOTIFS, draw

EXPECTED = {
    "dots", "waves", "layers", "path", "grid", "orbit",
    "prism", "stairs", "notes", "dialogue", "lens", "branches",
}  # fmt: skip
SMALL = (320, 200)


def test_the_motifs_are_the_promised_ones() -> None:
    assert set(MOTIFS) == EXPECTED
    assert len(MOTIFS) == len(EXPECTED)


@pytest.mark.parametrize("motif", MOTIFS)
def test_the_same_seed_gives_the_same_bytes(motif: str) -> None:
    assert draw(motif, "one", SMALL) == draw(motif, "one", SMALL)


@pytest.mark.parametrize("motif", MOTIFS)
def test_different_seeds_give_different_pictures(motif: str) -> None:
    assert len({draw(motif, f"seed-{number}", SMALL) for number in range(12)}) == 12


@pytest.mark.parametrize("motif", MOTIFS)
def test_a_picture_is_a_light_png_of_the_default_size(motif: str) -> None:
    data = draw(motif, "weight")
    assert len(data) < 250_000
    with Image.open(BytesIO(data)) as image:
        image.load()
        assert image.format == "PNG"
        assert image.size == (1600, 1000)


@pytest.mark.parametrize("size", [(640, 360), (300, 300), (200, 360), (1, 1)])
@pytest.mark.parametrize("motif", MOTIFS)
def test_any_proportion_can_be_asked_for(motif: str, size: tuple[int, int]) -> None:
    for seed in ("a", "b", "c", "d"):
        with Image.open(BytesIO(draw(motif, seed, size))) as image:
            image.load()
            assert image.size == size


def test_an_unknown_motif_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="'unicorn'") as refusal:
        draw("unicorn", "a")
    assert all(motif in str(refusal.value) for motif in MOTIFS)
