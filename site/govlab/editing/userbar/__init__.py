"""Wagtail's userbar on public pages, by a request of its own, so that all readers get the same page."""
