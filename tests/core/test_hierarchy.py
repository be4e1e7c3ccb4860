"""Which page type may stand under which."""

import pytest
from wagtail.models import Page

from govlab.core.checks import page_types

ALLOWED = {
    "Page": {"HomePage"},
    "HomePage": {
        "MissionPage",
        "MethodIndexPage",
        "StandardPage",
        "NewsIndexPage",
        "CaseIndexPage",
        "ContactPage",
        "ProblemPage",
        "ResultsPage",
        "AccessibilityPage",
        "PrivacyPage",
        "EasyToReadPage",
    },
    "MethodIndexPage": {"MethodPage"},
    "NewsIndexPage": {"NewsPage"},
    "CaseIndexPage": {"CasePage"},
    "StandardPage": {"StandardPage"},
}


@pytest.mark.parametrize("parent", [Page, *page_types()], ids=lambda model: model.__name__)
def test_children(parent: type[Page]) -> None:
    allowed = {child.__name__ for child in parent.allowed_subpage_models()} - {"Page"}
    assert allowed == ALLOWED.get(parent.__name__, set())
