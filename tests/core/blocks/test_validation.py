"""Blocks speak to editors: what is wrong and what to do."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail import blocks

from govlab.core.blocks.call_to_action import CallToActionBlock
from govlab.core.blocks.embed import EmbedBlock
from govlab.core.blocks.image import ImageBlock
from govlab.core.blocks.link import LinkBlock
from govlab.core.blocks.table import TableBlock
from govlab.core.schemas import links as schemas
from govlab.delivery.documents.resolver import Resolver
from govlab.delivery.log import relay
from tests.factories import make_image, make_standard


def errors(block: blocks.StructBlock, value: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(blocks.StructBlockValidationError) as caught:
        block.clean(block.to_python(value))
    return {name: error.messages[0] for name, error in caught.value.block_errors.items()}


@pytest.mark.django_db
class TestImage:
    def value(self, **fields: Any) -> dict[str, Any]:
        return {"image": make_image().pk, "alt": "", "decorative": False, "caption": ""} | fields

    def test_undescribed_picture_is_refused(self) -> None:
        assert errors(ImageBlock(), self.value()).keys() == {"alt"}

    def test_picture_both_described_and_decorative_is_refused(self) -> None:
        assert errors(ImageBlock(), self.value(alt="Galds", decorative=True)).keys() == {
            "decorative"
        }

    @pytest.mark.parametrize("fields", [{"alt": "Galds"}, {"decorative": True}])
    def test_described_or_decorative_picture_is_taken(self, fields: dict[str, Any]) -> None:
        block = ImageBlock()
        cleaned = block.clean(block.to_python(self.value(**fields)))
        assert {name: cleaned[name] for name in fields} == fields


class TestAddress:
    """What may be typed as the address of a link."""

    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("https://example.org/x?y=1#z", "https://example.org/x?y=1#z"),
            ("www.example.org/lapa", "https://www.example.org/lapa"),
            ("mailto:info@example.org?subject=Sveiki", "mailto:info@example.org?subject=Sveiki"),
            ("info@example.org", "mailto:info@example.org"),
            ("tel:+371 67000000", "tel:+371 67000000"),
            ("/lv/kontakti/", "/lv/kontakti/"),
            ("  #kontakti ", "#kontakti"),
        ],
    )
    def test_taken(self, typed: str, kept: str) -> None:
        block = LinkBlock()
        assert block.clean(block.to_python({"label": "Lasīt", "url": typed}))["url"] == kept

    @pytest.mark.parametrize(
        "typed",
        [
            "javascript:alert(1)",
            "//evil.example/",
            "https://",
            "https://a b.lv",
            "vārds",
            "ftp://x",
        ],
    )
    def test_refused(self, typed: str) -> None:
        assert errors(LinkBlock(), {"label": "Lasīt", "url": typed}).keys() == {"url"}


@pytest.mark.django_db
class TestLink:
    def test_link_to_nowhere_is_refused(self) -> None:
        assert errors(LinkBlock(), {"label": "Lasīt"}).keys() == {"page"}

    def test_link_to_two_places_is_refused(self, home: Any) -> None:
        value = {"label": "Lasīt", "page": home.pk, "url": "https://example.org/"}
        assert errors(LinkBlock(), value).keys() == {"page", "url"}

    def test_link_to_an_unpublished_page_has_no_target(self, home: Any) -> None:
        assert self.target(make_standard(home, live=False)) is None

    def test_link_to_a_page(self, home: Any) -> None:
        target = self.target(make_standard(home, slug="par-mums"))
        assert target.page.path == "/lv/par-mums/"

    def target(self, page: Any) -> Any:
        relay.drain()
        link = {"label": "Lasīt", "page": page.pk}
        value = CallToActionBlock().to_python({"title": "T", "text": "", "link": link})
        resolver = Resolver("lv", "http://testserver", "http://testserver/lv/")
        return schemas.CallToActionBlock.fields_of(value, resolver)["link"]


class TestTable:
    def value(self, **fields: Any) -> dict[str, Any]:
        return {
            "data": [["Gads", "Skaits"], ["2019", "3"]],
            "table_header_choice": "row",
            "table_caption": "Laboratorijas",
            "first_row_is_table_header": True,
            "first_col_is_header": False,
        } | fields

    @pytest.mark.parametrize("choice", ["column", "neither", ""])
    def test_table_without_header_row_is_refused(self, choice: str) -> None:
        with pytest.raises(ValidationError):
            TableBlock().clean(self.value(table_header_choice=choice))

    def test_column_without_heading_is_refused(self) -> None:
        with pytest.raises(ValidationError):
            TableBlock().clean(self.value(data=[["Gads", " "], ["2019", "3"]]))

    def test_headed_table_is_taken(self) -> None:
        assert TableBlock().clean(self.value())["data"][0] == ["Gads", "Skaits"]

    def test_cells_and_caption_are_translatable(self) -> None:
        block = TableBlock()
        segments = block.get_translatable_segments(self.value())
        assert [(segment.path, segment.string.data) for segment in segments] == [
            ("caption", "Laboratorijas"),
            ("0.0", "Gads"),
            ("0.1", "Skaits"),
            ("1.0", "2019"),
            ("1.1", "3"),
        ]
        from wagtail_localize.segments import StringSegmentValue

        translated = block.restore_translated_segments(
            self.value(),
            [StringSegmentValue("caption", "Laboratories"), StringSegmentValue("0.0", "Year")],
        )
        assert translated["table_caption"] == "Laboratories"
        assert translated["data"][0] == ["Year", "Skaits"]


class TestEmbed:
    @pytest.mark.parametrize("url", ["https://example.org/video", "http://vimeo.com/123", "x"])
    def test_other_addresses_are_refused(self, url: str) -> None:
        assert errors(EmbedBlock(), {"url": url, "title": "Video"}).keys() == {"url"}

    def test_a_video_has_its_frame(self) -> None:
        block = EmbedBlock()
        cleaned = block.clean(block.to_python({"url": "https://vimeo.com/1/ab", "title": "Video"}))
        assert cleaned.frame_url == "https://player.vimeo.com/video/1?h=ab&dnt=1"
        assert cleaned.provider_name == "Vimeo"
