"""The exception to raise if a page may not be published."""

from django.core.exceptions import ValidationError


class PublicationRefused(ValidationError):  # noqa: N818  a decision, not a failure
    """Each of `messages` is a complete sentence that names the page, the field and the reason, in
    the language that is active when it is raised."""
