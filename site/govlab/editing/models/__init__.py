"""The models of the editing app, one file per topic."""

from .bin import BinEntry
from .link_check import CheckedLink
from .notification import (
    Notification,
    NotificationKind,
    NotificationSettings,
    PublishedOriginal,
)
from .own_word import OwnWord
from .queued_mail import QueuedMail
from .release import Release, ReleaseItem, ReleaseState
from .translation_assignment import TranslationAssignment
from .waiting import WaitingAction

__all__ = [
    "BinEntry",
    "CheckedLink",
    "Notification",
    "NotificationKind",
    "NotificationSettings",
    "OwnWord",
    "PublishedOriginal",
    "QueuedMail",
    "Release",
    "ReleaseItem",
    "ReleaseState",
    "TranslationAssignment",
    "WaitingAction",
]
