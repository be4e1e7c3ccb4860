"""How sizes of pictures are made: upright, without what a camera wrote, one at a time."""
