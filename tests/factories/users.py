from itertools import count
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission

_numbers = count(1)


def make_user(*groups: str, permissions: tuple[str, ...] = ()) -> Any:
    """An account in groups that are there, with permissions of its own."""
    user = get_user_model().objects.create_user(f"konts-{next(_numbers)}")
    user.groups.set([Group.objects.get(name=name) for name in groups])
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user
