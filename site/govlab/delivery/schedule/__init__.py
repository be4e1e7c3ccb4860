"""Publishing and expiring at the appointed time.

Wagtail's own command stops at the first object that cannot be published, and takes the schedule
away before it has saved the publication. Here each object has a transaction of its own, and what
fails is kept with its reason and tried again.
"""
