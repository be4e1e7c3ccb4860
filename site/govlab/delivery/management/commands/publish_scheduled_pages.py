"""Wagtail's older name of the command, which some keep in a crontab."""

from .publish_scheduled import Command

__all__ = ["Command"]
