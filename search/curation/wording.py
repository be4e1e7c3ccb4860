"""Messages of views whose Latvian translation in Wagtail is missing or ungrammatical."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.views import generic


class SavingWords:
    success_message = gettext_lazy("Saved: %(object)s")
    error_message = gettext_lazy("Not saved yet: correct what is marked below.")
    submit_button_label = gettext_lazy("Save")
    submit_button_active_label = gettext_lazy("Saving…")


class DeleteView(generic.DeleteView):
    success_message = gettext_lazy("Deleted: %(object)s")

    @property
    def confirmation_message(self) -> str:
        return _("Do you want to delete “%(object)s”?") % {"object": self.object}
