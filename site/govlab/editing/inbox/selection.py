"""Which items a list shows. The dashboard counts with the selection that its link opens, so that
both numbers are the same."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from .items import Item, State

OPEN, ALL, FOR_ME = "open", "all", "for_me"
ME, NOBODY = "me", "nobody"


@dataclass(frozen=True)
class Selection:
    """The fields are parameters of the inbox; an empty one selects nothing."""

    state: str = OPEN
    language: str = ""
    type: str = ""
    section: str = ""
    # Days.
    age: str = ""
    owner: str = ""
    assignee: str = ""
    # “me”: what the account may translate.
    work: str = ""

    @property
    def url(self) -> str:
        chosen = {name: value for name, value in asdict(self).items() if value}
        return f"{reverse('govlab_translation_report')}?{urlencode(chosen)}"

    def of(self, items: Iterable[Item], account: Any) -> list[Item]:
        now = timezone.now()
        return [item for item in items if self._holds(item, account, now)]

    def _holds(self, item: Item, account: Any, now: datetime) -> bool:
        return (
            self._state_holds(item)
            and self.language in {"", item.locale.language_code}
            and self.type in {"", item.type_key}
            and (not self.section or any(str(pk) == self.section for pk, _title in item.section))
            and (not self.age or _older(item, now - timedelta(days=int(self.age))))
            and (not self.owner or (item.owner is not None and str(item.owner[0]) == self.owner))
            and self._assignee_holds(item, account)
            and (not self.work or item.mine)
        )

    def _state_holds(self, item: Item) -> bool:
        if self.state in {"", ALL}:
            return True
        if self.state == OPEN:
            return item.is_open
        if self.state == FOR_ME:
            return item.for_me
        if self.state == State.OUTDATED:
            return item.outdated_on_site
        return item.state == self.state

    def _assignee_holds(self, item: Item, account: Any) -> bool:
        assignee = item.assignee[0] if item.assignee else None
        if self.assignee == ME:
            return assignee == account.pk
        if self.assignee == NOBODY:
            return assignee is None
        return self.assignee in {"", str(assignee)}


def _older(item: Item, moment: datetime) -> bool:
    return item.since is not None and item.since <= moment
