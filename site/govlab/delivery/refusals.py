"""What a project raises where a page may not be public."""

from django.core.exceptions import ValidationError


class PublicationRefused(ValidationError):  # noqa: N818  a decision, not a failure
    """Each of `messages` is a whole sentence that names the page, the place in it and the reason,
    in the language that is active when it is raised. So whoever shows them adds nothing."""
