"""Checks of a draft's texts. They warn; the publication gate refuses.

`draft.py` reads a page, each check is a function from a draft to findings, `run.py` lists them.
"""
