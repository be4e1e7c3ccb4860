"""The account model, our own from the first migration so that it can grow later."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person with access to the administration."""
