"""Wagtail's deprecated name of the command, which may be in a crontab."""

from .publish_scheduled import Command

__all__ = ["Command"]
