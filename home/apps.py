from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home")

    def ready(self) -> None:
        self._register_documents()
        self._register_sections()

    def _register_documents(self) -> None:
        from govlab.delivery.documents.facets import ChoiceFacet
        from govlab.delivery.documents.registry import register

        from . import choices, models, schemas

        phase = ChoiceFacet(
            name="phase",
            label=_("Phase"),
            description="The phase of design thinking that the methods belong to.",
            choices=choices.Phase,
            in_search=False,
        )
        difficulty = ChoiceFacet(
            name="difficulty",
            label=_("Difficulty"),
            description="The difficulty of the methods.",
            choices=choices.Difficulty,
            in_search=False,
        )

        register(models.HomePage, schemas.HomeDocument)
        register(models.MissionPage, schemas.MissionDocument)
        register(models.MethodIndexPage, schemas.MethodIndexDocument)
        register(
            models.MethodPage,
            schemas.MethodDocument,
            collection="methods",
            facets=[phase, difficulty],
            related=True,
        )
        register(models.StandardPage, schemas.StandardDocument)

    def _register_sections(self) -> None:
        from govlab.core.front_sections import front_section, register_front_section

        from .models import MethodIndexPage

        register_front_section(
            30,
            lambda home: front_section(
                home, MethodIndexPage, heading=_("Methods"), more=_("All methods"), limit=6
            ),
        )
