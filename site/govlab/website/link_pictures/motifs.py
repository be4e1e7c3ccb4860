"""Motifs of the belt, in the manner of Latvian weaving: a stitch for each mark, tiled sideways."""

from collections.abc import Sequence

_CROSS = """
....#....
...###...
..#.#.#..
.##.#.##.
#########
.##.#.##.
..#.#.#..
...###...
....#....
"""
_DIAMOND = """
....#....
...#.#...
..#.#.#..
.#.#.#.#.
#.#.#.#.#
.#.#.#.#.
..#.#.#..
...#.#...
....#....
"""
_STAR = """
#...#...#
.#.###.#.
..#.#.#..
.#.###.#.
####.####
.#.###.#.
..#.#.#..
.#.###.#.
#...#...#
"""
_ZIGZAG = """
#.......#
##.....##
###...###
.###.###.
..#####..
...###...
#...#...#
##.....##
###...###
"""
DEFAULT = "diamond"
MOTIFS: dict[str, Sequence[str]] = {
    name: drawn.split()
    for name, drawn in (
        ("cross", _CROSS),
        (DEFAULT, _DIAMOND),
        ("star", _STAR),
        ("zigzag", _ZIGZAG),
    )
}
