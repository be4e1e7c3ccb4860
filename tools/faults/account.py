"""Who works in the administration of a site that is broken on purpose."""

USER = "redaktors"
PASSWORD = "faults"  # noqa: S105  of a private site that lives for minutes
