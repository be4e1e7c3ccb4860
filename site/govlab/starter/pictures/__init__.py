"""Illustrations that the starting content draws for itself."""

from govlab.starter.pictures.gallery import MOTIFS, draw

__all__ = ["MOTIFS", "draw"]
