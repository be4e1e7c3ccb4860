"""Dictionaries by other authors, unchanged; their licences and readmes are beside them.

`lv_LV`: Latvian, Jānis Eisaks, LGPL 2.1 or later.
`en`: British English, Marco A. G. Pinto and others, LGPL; American English, Kevin Atkinson and
others (SCOWL), the permissive licences of its readme.
"""
