from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("register_help_menu_item")
def components_item() -> MenuItem:
    return MenuItem(_("Components of the site"), reverse("design"), icon_name="view", order=900)
