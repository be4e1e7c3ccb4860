"""Wagtail's userbar on public pages, by a request of its own: all readers get the same page."""
