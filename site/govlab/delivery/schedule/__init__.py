"""Scheduled publication and expiry.

Wagtail's command stops at the first object that cannot be published, and clears the schedule before
the publication is saved. Here each object has its own transaction, and failures are stored with
their reason and retried.
"""
