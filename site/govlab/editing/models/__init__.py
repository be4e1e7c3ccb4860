"""The models of editing, defined in one file per topic."""

from .notification import (
    Notification,
    NotificationKind,
    NotificationSettings,
    PublishedOriginal,
)
from .translation_assignment import TranslationAssignment

__all__ = [
    "Notification",
    "NotificationKind",
    "NotificationSettings",
    "PublishedOriginal",
    "TranslationAssignment",
]
