"""The account's own choice of mails, beside Wagtail's."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.admin.widgets import SwitchInput

from ..inbox.collect import may_see_inbox
from ..models import NotificationSettings
from ..translation.rights import SUBMIT


class PreferencesForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = NotificationSettings
        fields = ["translations", "daily_summary"]
        widgets = {"translations": SwitchInput(), "daily_summary": SwitchInput()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.user.has_perm(SUBMIT):
            del self.fields["translations"]


class PreferencesPanel(BaseSettingsPanel):
    name = "translation_notifications"
    title = _("Translations and daily summary")
    tab = notifications_tab
    order = 200
    form_class = PreferencesForm

    def is_active(self) -> bool:
        return may_see_inbox(self.user)

    def get_form(self) -> PreferencesForm:
        chosen = NotificationSettings.objects.filter(user=self.user).first()
        data = self.request.POST if self.request.method == "POST" else None
        return PreferencesForm(
            data, instance=chosen or NotificationSettings(user=self.user), prefix=self.name
        )
