"""`make bench-search`: how fast search is with both engines, beside Wagtail's own on the same pages.

session      the run from an empty database and an empty cluster to the report
vocabulary, writing, questions   Latvian texts, and what is asked of them
pages, copies, follow            put them where they are searched; run under Django's settings
walking      asks many addresses in turn, with wrk or with our own client
calls        what is asked of whom
report, targets, results         what was found, judged and kept
"""
