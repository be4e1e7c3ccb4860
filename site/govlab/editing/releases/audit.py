"""Log entries of releases and of the pages in them."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log
from wagtail.models import Page

from ..models import Release

LABELS: dict[str, Promise] = {
    "govlab.release.create": gettext_lazy("Release created"),
    "govlab.release.change": gettext_lazy("Release changed"),
    "govlab.release.add_page": gettext_lazy("Page added to a release"),
    "govlab.release.remove_page": gettext_lazy("Page removed from a release"),
    "govlab.release.use_draft": gettext_lazy("Newer draft used in a release"),
    "govlab.release.submit": gettext_lazy("Release submitted for approval"),
    "govlab.release.withdraw": gettext_lazy("Release withdrawn from approval"),
    "govlab.release.approve": gettext_lazy("Release approved"),
    "govlab.release.reject": gettext_lazy("Release sent back"),
    "govlab.release.publish": gettext_lazy("Release published"),
    "govlab.release.delete": gettext_lazy("Release deleted"),
}


class ReleaseFormatter(LogFormatter):
    """Names the release in the history of a page, and the reason for sending it back."""

    def format_message(self, entry: Any) -> str:
        values = {"action": self.label, "release": entry.data.get("release", "")}
        message = _("%(action)s: “%(release)s”") % values
        reason = entry.data.get("reason")
        return f"{message}. {reason}" if reason else message


def register(actions: Any) -> None:
    for action, label in LABELS.items():
        formatter = type("Formatter", (ReleaseFormatter,), {"label": label, "message": label})
        actions.register_action(action)(formatter)


def note(release: Release, what: str, user: Any, page: Page | None = None, **data: Any) -> None:
    """Log an action of the release, and with the page that it concerns."""
    log(instance=release, action=_action(what), user=user, data={"release": release.name} | data)
    if page is not None:
        note_page(release, what, user, page)


def note_page(release: Release, what: str, user: Any, page: Page) -> None:
    data = {"release": release.name}
    log(instance=page.specific_deferred, action=_action(what), user=user, data=data)


def _action(what: str) -> str:
    return f"govlab.release.{what}"
