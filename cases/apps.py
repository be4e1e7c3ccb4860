from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CasesConfig(AppConfig):
    name = "cases"
    verbose_name = _("Case studies")

    def ready(self) -> None:
        self._register_documents()
        self._register_sections()

    def _register_documents(self) -> None:
        from govlab.core.vocabularies import Institution, Laboratory, Topic
        from govlab.delivery.documents.facets import ChoiceFacet, PageFacet, TermFacet, YearFacet
        from govlab.delivery.documents.registry import register

        from . import choices, models, schemas
        from .structured_data import structured_data

        stage = ChoiceFacet(
            name="stage",
            label=_("Stage"),
            description="The stage of the cases.",
            choices=choices.Stage,
            all_label=_("All"),
        )
        method = PageFacet(
            name="method",
            label=_("Method"),
            description="The id of a method that was used, in the language of the items.",
            field_name="methods",
        )
        register(
            models.CaseIndexPage,
            schemas.CaseIndexDocument,
            template="cases/case_index_page.html",
            lists="cases",
        )
        register(
            models.CasePage,
            schemas.CaseDocument,
            collection="cases",
            facets=[
                TermFacet.of(Laboratory),
                stage,
                TermFacet.of(Topic),
                TermFacet.of(Institution),
                method,
                YearFacet(field_name="period.start"),
            ],
            related=True,
            template="cases/case_page.html",
            card="cases/card_meta.html",
            structured_data=structured_data,
            motif="cross",
            order=lambda: ["-sort_date", "sort_title", "page_id"],
        )

    def _register_sections(self) -> None:
        from govlab.core.doors import Door, register_door
        from govlab.core.front_sections import FrontSection, register_front_section
        from govlab.core.related import register_related

        from .front import CANDIDATES, strongest
        from .related import cases_of_method

        register_door(
            30,
            Door(
                "case_index",
                title=_("See the results"),
                text=_("What changed, measured before and after."),
            ),
        )
        register_front_section(
            10,
            FrontSection(
                "cases",
                heading=_("Results"),
                more=_("All case studies"),
                limit=CANDIDATES,
                template="cases/front_results.html",
                choose=strongest,
            ),
        )
        register_related(cases_of_method, "method")
