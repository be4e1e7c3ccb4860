"""Forms of Wagtail without labels of their own have Latvian ones."""

import pytest
from django.utils.translation import override
from wagtail.admin.forms import choosers


@pytest.mark.parametrize(
    "form",
    [
        choosers.ExternalLinkChooserForm,
        choosers.AnchorLinkChooserForm,
        choosers.EmailLinkChooserForm,
        choosers.PhoneLinkChooserForm,
    ],
)
def test_labels_of_links(form: type) -> None:
    with override("en"):
        english = {str(field.label) for field in form()}
    with override("lv"):
        latvian = {str(field.label) for field in form()}
    assert english & latvian <= {"URL", "#"}
    assert len(english) == len(latvian)
