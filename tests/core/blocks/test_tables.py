"""Tables in the editor: the first save, and two versions side by side."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from govlab.core.blocks import BodyBlock
from govlab.core.blocks.table import TableBlock
from tests.editing.forms import edit
from tests.factories import make_standard, publish


def table(*rows: list[Any], caption: str = "", **fields: Any) -> dict[str, Any]:
    return {"data": list(rows), "table_header_choice": "row", "table_caption": caption} | fields


def test_a_new_table_needs_nothing_but_its_cells() -> None:
    new = TableBlock().get_default()
    assert new["table_header_choice"] == "row"
    new["data"][0][:] = ["Gads", "Skaits", "Kas"]
    new["data"][1][:] = ["2019", "3", "laboratorijas"]
    assert TableBlock().clean(new)["first_row_is_table_header"]
    assert TableBlock().get_default()["data"][0] == [None, None, None], "each table its own"


@pytest.mark.parametrize("value", ["", "null", "5", "[]", '{"data": 5}', '{"data": [1]}', "{"])
def test_what_is_no_table_is_an_empty_one(value: str) -> None:
    block = TableBlock()
    assert block.value_from_form(value) is None
    with pytest.raises(ValidationError):
        block.clean(None)


def test_a_table_that_is_half_done_is_a_draft(editor_client: Client, home: Any) -> None:
    page = make_standard(home, live=False)
    page.save_revision()
    value = TableBlock().value_for_form(TableBlock().get_default())
    form = nested_form_data({"body": streamfield([("table", value)])})
    page = edit(editor_client, page, **form)
    draft = page.get_latest_revision_as_object()
    assert draft.body[0].value["table_header_choice"] == "row"


class TestComparison:
    def compare(self, before: Any, after: Any) -> str:
        block = TableBlock()
        comparison = block.get_comparison_class()(block, True, True, before, after)
        return str(comparison.htmldiff())

    def test_changed_cells_stand_in_a_table(self) -> None:
        html = self.compare(
            table(["Gads", "Skaits"], ["2019", "3"], caption="Pirms"),
            table(["Gads", "Skaits"], ["2019", "4"], caption="Pēc"),
        )
        assert html.startswith("<table")
        assert "<td>2019</td>" in html
        assert '<span class="deletion">3</span><span class="addition">4</span>' in html
        assert "{" not in html

    def test_an_inserted_row_leaves_the_others_alone(self) -> None:
        html = self.compare(
            table(["Gads"], ["2019"], ["2020"]), table(["Gads"], ["2018"], ["2019"], ["2020"])
        )
        assert html.count("addition") == 1
        assert "deletion" not in html

    @pytest.mark.parametrize("before", [None, table(["A", "B"], ["1", None]), table()])
    def test_tables_of_another_size(self, before: Any) -> None:
        html = self.compare(before, table(["A"], ["<b>1</b>"], [0]))
        assert "&lt;b&gt;1&lt;/b&gt;" in html
        assert "<b>" not in html

    def test_on_the_page_of_two_versions(self, editor_client: Client, home: Any) -> None:
        page = make_standard(home)
        revisions = []
        for number in ("3", "4"):
            page.body = BodyBlock().to_python(
                [{"type": "table", "id": "t", "value": table(["Gads"], [number])}]
            )
            revisions.append(page.save_revision(clean=False).pk)
        address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, *revisions])
        html = editor_client.get(address).content.decode()
        assert "<td>Gads</td>" in html
        assert "table_header_choice" not in html


def test_copying_proposes_a_free_slug(editor_client: Client, home: Any) -> None:
    page = make_standard(home, slug="lapa")
    make_standard(home, slug="lapa-1")
    form = editor_client.get(reverse("wagtailadmin_pages:copy", args=[page.pk])).context["form"]
    assert form["new_slug"].value() == "lapa-2"
    assert form["new_title"].value() == page.title


def test_each_cell_of_a_page_names_its_column(client: Client, home: Any) -> None:
    named = table(["Gads", "Skaits", "Avots"], ["2019", "3", ""], table_header_choice="both")
    plain = table(["Gads", "Skaits"], ["2019", "3"])
    page = publish(make_standard(home, body=[("table", named), ("table", plain)]))
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    first, second = soup.select(".table-scroll table")
    assert [cell["data-label"] for cell in first.select("td")] == ["Skaits", "Avots"]
    assert [cell["data-label"] for cell in second.select("td")] == ["Gads", "Skaits"]
    # Styles that stack rows take the meaning of a table away, and roles keep it.
    roles = {tag: {each.get("role") for each in first.select(tag)} for tag in ("tr", "td")}
    assert (first["role"], roles) == ("table", {"tr": {"row"}, "td": {"cell"}})
