from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home")

    def ready(self) -> None:
        self._register_documents()
        self._register_sections()
        self._connect()

    def _register_documents(self) -> None:
        from govlab.delivery.documents.facets import ChoiceFacet
        from govlab.delivery.documents.order import by_choice
        from govlab.delivery.documents.registry import View, register

        from . import choices, method_schemas, models, schemas
        from .structured_data import structured_data

        phase = ChoiceFacet(
            name="phase",
            label=_("Phase"),
            description="The phase of design thinking that the methods belong to.",
            choices=choices.Phase,
            all_label=_("All"),
            in_search=False,
        )
        difficulty = ChoiceFacet(
            name="difficulty",
            label=_("Difficulty"),
            description="The difficulty of the methods.",
            choices=choices.Difficulty,
            in_search=False,
        )

        duration = ChoiceFacet(
            name="duration",
            label=_("Time"),
            description="How long the methods take at most: `hour` is up to 1 hour, `half_day` up "
            "to 4 hours, `day` up to 8 hours or 1 day.",
            field_name="duration.needed",
            choices=choices.TimeNeeded,
            all_label=_("All"),
            in_search=False,
        )
        people = ChoiceFacet(
            name="people",
            label=_("People"),
            description="The size of a group that the methods work for: `few` is up to 3 people, "
            "`several` 4 to 8, `many` 9 or more. A method may work for more than one.",
            field_name="people.sizes",
            choices=choices.GroupSize,
            all_label=_("All"),
            in_search=False,
        )

        register(
            models.HomePage, schemas.HomeDocument, template="home/home_page.html", is_front=True
        )
        register(models.MissionPage, schemas.MissionDocument, template="home/mission_page.html")
        register(
            models.MethodIndexPage,
            method_schemas.MethodIndexDocument,
            template="home/method_index_page.html",
            lists="methods",
            counted=True,
            comparison=View("home/method_comparison.html", _("%(title)s: a comparison")),
        )
        register(
            models.MethodPage,
            method_schemas.MethodDocument,
            collection="methods",
            facets=[phase, duration, people, difficulty],
            related=True,
            template="home/method_page.html",
            card="home/method_card_meta.html",
            views={"card": View("home/method_card.html", _("%(title)s: card to print"))},
            structured_data=structured_data,
            motif="zigzag",
            order=lambda: [by_choice("phase", choices.Phase), "sort_title", "page_id"],
        )
        register(models.StandardPage, schemas.StandardDocument, template="home/standard_page.html")

        register(
            models.EasyToReadPage,
            schemas.EasyToReadDocument,
            template="home/easy_to_read_page.html",
        )

    def _connect(self) -> None:
        from govlab.core import easy_to_read as core

        from . import easy_to_read

        core.register(easy_to_read.versions_of)
        easy_to_read.connect()

    def _register_sections(self) -> None:
        from govlab.core.doors import Door, register_door
        from govlab.core.front_sections import FrontSection, register_front_section

        register_door(
            20,
            Door(
                "method_index",
                title=_("Find a method"),
                text=_("Step by step, by the time and the people you have."),
            ),
        )
        register_front_section(
            30, FrontSection("methods", heading=_("Methods"), more=_("All methods"), limit=6)
        )
