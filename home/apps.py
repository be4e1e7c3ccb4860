from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home")

    def ready(self) -> None:
        from govlab.core.front_sections import front_section, register_front_section

        from .models import MethodIndexPage

        register_front_section(
            30,
            lambda home: front_section(
                home, MethodIndexPage, heading=_("Methods"), more=_("All methods"), limit=6
            ),
        )
