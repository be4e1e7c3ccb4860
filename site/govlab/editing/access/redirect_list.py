"""Wagtail's list of redirects, without titles of pages that the account may not see."""

from typing import Any

from wagtail.contrib.redirects.views import IndexView, RedirectTargetColumn

from govlab.core.admin_titles import admin_title


class TargetColumn(RedirectTargetColumn):
    def get_value(self, instance: Any) -> str:
        target = str(super().get_value(instance))
        page = instance.redirect_page
        return admin_title(page, target) if page else target


class RedirectList(IndexView):
    columns = [
        TargetColumn(column.name, label=column.label, width=column.width)
        if isinstance(column, RedirectTargetColumn)
        else column
        for column in IndexView.columns
    ]
