"""The account model, our own from the first migration so that it can grow later."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):  # type: ignore[django-manager-missing]  # Wagtail sets the manager
    """A person with access to the administration."""
