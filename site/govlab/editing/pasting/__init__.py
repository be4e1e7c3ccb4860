"""Turns what was copied from Word, web pages and other programs into blocks of a page's body.

`nodes.py` reads HTML, `inline.py` a paragraph, `lists.py` and `tables.py` what their names say, and
`convert.py` puts the blocks in order. What is left behind is counted in `losses.py` and named to
the editor.
"""
