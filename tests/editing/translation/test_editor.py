"""A translation is written in one form, side by side with its original."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from govlab.core.change_notes import note_of_draft, published_notes
from govlab.core.vocabularies import Topic
from govlab.editing.translation.editor.reading import rows_of
from govlab.editing.translation.editor.rich_text import ParagraphArea, links_of, paragraph
from govlab.editing.translation.submission import Submission
from tests.editing.translating import (
    edit_url,
    english,
    sign_in,
    text_field,
    text_fields,
    write,
)
from tests.factories import make_mission, make_standard, make_topic, publish

LINK = "https://example.org/"
TABLE = {
    "type": "table",
    "id": "9b1f3c1e-6c0b-4f5f-9f3e-0d9c1c7b1a03",
    "value": {
        "data": [["Gads", "Skaits"], ["2018", "12"]],
        "cell": [],
        "mergeCells": [],
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "table_header_choice": "row",
        "table_caption": "",
    },
}


@pytest.fixture
def target(home: Any, english_home: Any, admin_user: Any) -> Any:
    """An English draft without translations."""
    return started(publish(make_standard(home, "Par mums", slug="par-mums", summary="Kas mēs.")))


def started(page: Any) -> Any:
    from django.contrib.auth import get_user_model

    account = get_user_model().objects.filter(is_superuser=True).first()
    Submission(account, english()).create_translations(page)
    return type(page).objects.get(translation_key=page.translation_key, locale=english())


@pytest.fixture
def translator(english_home: Any) -> Client:
    return sign_in(pages={english_home: ("add", "change")})


def stored(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def draft(page: Any) -> Any:
    return stored(page).get_latest_revision_as_object()


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def progress(response: Any) -> str:
    return soup(response).select("[data-progress-text]")[0].text


def test_one_request_saves_all_texts(translator: Client, target: Any) -> None:
    assert progress(translator.get(edit_url(target))) == "Iztulkots: 0 no 3 tekstiem"
    response = write(translator, target, title="About us", summary="Who we are.")
    assert progress(response) == "Iztulkots: 3 no 3 tekstiem"
    page = draft(target)
    assert (page.title, page.summary, page.slug) == ("About us", "Who we are.", "about-us")
    assert not stored(target).live


def test_the_original_is_beside_without_rights_on_it(translator: Client, target: Any) -> None:
    source = target.get_translations().get()
    assert not source.permissions_for_user(translator.get("/admin/").wsgi_request.user).can_edit()
    response = translator.get(edit_url(target))
    assert [row.text for row in soup(response).select("[data-source-text]")] == [
        "Par mums",
        "Kas mēs.",
        "par-mums",
    ]
    assert edit_url(source) not in response.content.decode()


def test_what_is_not_sent_stays(translator: Client, target: Any) -> None:
    write(translator, target, title="About us", summary="Who we are.")
    write(translator, target, title="About the team")
    assert draft(target).summary == "Who we are."
    assert draft(target).title == "About the team"


def test_a_cleared_text_is_untranslated_again(translator: Client, target: Any) -> None:
    write(translator, target, title="About us", summary="Who we are.")
    assert progress(write(translator, target, summary="")) == "Iztulkots: 2 no 3 tekstiem"
    assert draft(target).summary == "Kas mēs."


def test_a_draft_leaves_the_live_page_alone(translator: Client, home: Any, target: Any) -> None:
    write(translator, target, title="About us", summary="Who we are.")
    stored(target).get_latest_revision().publish()
    write(translator, target, title="About the team")
    page = stored(target)
    assert (page.title, page.live, page.has_unpublished_changes) == ("About us", True, True)
    assert draft(target).title == "About the team"


def test_a_text_may_be_the_same(translator: Client, target: Any) -> None:
    field = text_field(target, "title")
    translator.post(edit_url(target), {field: "", f"same-{field}": "on"})
    title = {"context__path": "title", "context__object_id": target.translation_key}
    assert StringTranslation.objects.get(**title).data == "Par mums"
    response = translator.get(edit_url(target))
    assert soup(response).select(f"[name=same-{field}][checked]")
    translator.post(edit_url(target), {field: "Par mums"})
    assert not StringTranslation.objects.filter(**title).exists(), "taken back"


def test_a_name_is_said_to_be_the_same_once(home: Any, translator: Client, admin_user: Any) -> None:
    first = started(publish(make_standard(home, "OECD", summary="Kas tas ir.")))
    second = started(publish(make_standard(home, "Cita", summary="OECD")))
    assert "OECD" in translator.get(edit_url(second)).content.decode()
    field = text_field(first, "title")
    translator.post(edit_url(first), {field: "OECD"})
    third = started(publish(make_standard(home, "OECD", slug="oecd-3", summary="Cits.")))
    assert progress(translator.get(edit_url(third))) == "Iztulkots: 1 no 3 tekstiem"
    write(translator, third, title="The OECD")
    fourth = started(publish(make_standard(home, "OECD", slug="oecd-4", summary="Vēl.")))
    assert progress(translator.get(edit_url(fourth))) == "Iztulkots: 0 no 3 tekstiem"


def test_who_translated_an_unchanged_text_stays_known(translator: Client, target: Any) -> None:
    write(translator, target, title="About us")
    StringTranslation.objects.update(translation_type="machine", tool_name="Machine")
    write(translator, target, title="About us", summary="Who we are.")
    texts = StringTranslation.objects.filter(context__object_id=target.translation_key)
    types = dict(texts.values_list("context__path", "translation_type"))
    assert (types["title"], types["summary"]) == ("machine", "manual")


def test_numbers_need_nothing(home: Any, translator: Client, admin_user: Any) -> None:
    page = make_standard(home, "Skaitļi", summary="Cik to ir.")
    page.body = json.dumps([TABLE])
    target = started(publish(page))
    response = translator.get(edit_url(target))
    assert progress(response) == "Iztulkots: 0 no 5 tekstiem"
    settled = soup(response).select("[data-settled] [data-source-text]")
    assert [text.text for text in settled] == ["2018", "12"]
    labels = [label.text.strip() for label in soup(response).select("[data-row] label[for]")]
    assert "1. rinda, 2. kolonna" in labels


class TestRichText:
    HTML = f'<p>Lasi <b>tūlīt</b> <a href="{LINK}">šeit</a>.</p><p>Otrā rindkopa.</p>'

    @pytest.fixture
    def mission(self, home: Any, english_home: Any, admin_user: Any) -> Any:
        return started(publish(make_mission(home, slug="misija", why=self.HTML)))

    def content(self, *spans: dict[str, Any], text: str) -> str:
        """What the editor sends."""
        block = {
            "key": "a1b2c",
            "text": text,
            "type": "unstyled",
            "depth": 0,
            "inlineStyleRanges": [span for span in spans if "style" in span],
            "entityRanges": [span for span in spans if "style" not in span],
        }
        link = {"type": "ORIGINAL_LINK", "mutability": "MUTABLE", "data": {"link": "a1"}}
        return json.dumps({"blocks": [block], "entityMap": {"0": link}})

    def test_formats_and_links_are_kept(self, translator: Client, mission: Any) -> None:
        first, second = (name for path, name in text_fields(mission) if path == "why")
        text = self.content(
            {"offset": 5, "length": 4, "key": 0},
            {"offset": 0, "length": 4, "style": "BOLD"},
            text="Read here & now.",
        )
        translator.post(
            edit_url(mission), {first: text, second: self.content(text="Second paragraph.")}
        )
        why = BeautifulSoup(draft(mission).why, "html.parser")
        [link] = why.find_all("a")
        assert (link["href"], link.text, why.b.text) == (LINK, "here", "Read")
        assert [p.text for p in why.find_all("p")] == ["Read here & now.", "Second paragraph."]

    def test_nobody_reads_or_types_the_placeholder(self, translator: Client, mission: Any) -> None:
        row = next(
            row
            for row in rows_of(
                Translation.objects.get(source__object_id=mission.translation_key)
            ).texts
            if "šeit" in row.source
        )
        assert 'id="a1"' in row.source
        assert "a1" not in row.source_html
        area = ParagraphArea(("bold", "link"), links_of(row.source))
        shown = json.loads(area.format_value('Read <a id="a1">here</a>.'))
        assert shown["blocks"][0]["text"] == "Read here."
        assert shown["entityMap"]["0"]["data"]["link"] == "a1"
        back = area.value_from_datadict({"x": json.dumps(shown)}, {}, "x")
        assert back == 'Read <a id="a1">here</a>.'

    @pytest.mark.parametrize("sent", ["", "null", "[]", "{", '{"blocks": [{}]}', '"x"'])
    def test_what_no_editor_sends_changes_nothing(
        self, translator: Client, mission: Any, sent: str
    ) -> None:
        first = text_field(mission, "why")
        assert translator.post(edit_url(mission), {first: sent}).status_code in {200, 302}
        assert "šeit" in draft(mission).why

    def test_paragraphs_become_lines(self) -> None:
        html = '<p data-block-key="a">One</p><p></p><p data-block-key="b">Two</p>'
        assert paragraph(html) == "One<br/>Two"


class TestTerms:
    def test_a_term_is_used_once_it_is_complete(self, home: Any) -> None:
        topic = make_topic("Veselība", description="Par veselību.")
        client = sign_in("core.add_topic", "core.change_topic", pages={})
        address = reverse(
            "wagtail_localize:submit_snippet_translation", args=["core", "topic", topic.pk]
        )
        client.post(address, {"locales": [english().pk]})
        target = Topic.objects.get(locale=english())
        response = write(client, target, name="Health")
        assert progress(response) == "Iztulkots: 2 no 3 tekstiem"
        assert stored(target).name == "Veselība"
        write(client, target, description="About health.")
        assert (stored(target).name, stored(target).slug) == ("Health", "health")


def test_a_preview_shows_what_is_not_saved(translator: Client, target: Any) -> None:
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[target.pk])
    sent = {text_field(target, "title"): "Only in the preview"}
    assert translator.post(address, sent).json() == {"is_valid": True, "is_available": True}
    preview = translator.get(address).content.decode()
    assert "Only in the preview" in preview
    assert 'data-notice="outdated"' not in preview, "the translation was never published"
    assert not StringTranslation.objects.filter(data="Only in the preview").exists()


def test_an_earlier_version_is_not_reverted_to(translator: Client, target: Any) -> None:
    write(translator, target, title="About us")
    revision = stored(target).get_latest_revision()
    address = reverse("wagtailadmin_pages:revisions_revert", args=[target.pk, revision.pk])
    assert translator.get(address)["Location"] == edit_url(target)


def test_changes_of_the_original_are_taken_over(translator: Client, home: Any, target: Any) -> None:
    write(translator, target, title="About us", summary="Who we are.")
    source = target.get_translations().get().specific
    source.summary = "Pavisam cits kopsavilkums."
    publish(source)
    response = translator.get(edit_url(target))
    [link] = soup(response).select(".translation-outdated a.button")
    assert translator.get(link["href"]).status_code == 200
    response = translator.post(str(link["href"]), follow=True)
    assert response.redirect_chain[-1][0] == edit_url(target)
    assert "Pavisam cits kopsavilkums." in response.content.decode()
    assert progress(response) == "Iztulkots: 2 no 3 tekstiem"


def test_what_was_written_for_a_former_text_is_kept(translator: Client, target: Any) -> None:
    former = text_field(target, "summary")
    source = target.get_translations().get().specific
    source.summary = "Pavisam cits kopsavilkums."
    publish(source)
    Translation.objects.get(source__object_id=target.translation_key).source.update_from_db()
    assert text_field(target, "summary") != former
    response = translator.post(edit_url(target), {former: "Who we were."}, follow=True)
    assert "Oriģināls tikmēr mainījās" in " ".join(map(str, response.context["messages"]))
    text = StringTranslation.objects.get(data="Who we were.")
    assert text.translation_of.data == "Kas mēs."
    assert draft(target).summary == "Pavisam cits kopsavilkums."


def test_texts_of_other_pages_are_not_written(
    home: Any, translator: Client, target: Any, admin_user: Any
) -> None:
    other = started(publish(make_standard(home, "Cita", summary="Cits.")))
    translator.post(edit_url(target), {text_field(other, "summary"): "Changed"})
    assert not StringTranslation.objects.filter(data="Changed").exists()


@pytest.mark.parametrize("rows", [1, 20])
def test_queries_do_not_grow_with_the_texts(
    home: Any, translator: Client, admin_user: Any, django_assert_max_num_queries: Any, rows: int
) -> None:
    page = make_standard(home, "Daudz", summary="Daudz tekstu.")
    page.body = json.dumps(
        [
            {"type": "heading", "value": {"text": f"Virsraksts {n}", "level": "2"}}
            for n in range(rows)
        ]
    )
    target = started(publish(page))
    translator.get(edit_url(target))
    with django_assert_max_num_queries(140):
        translator.get(edit_url(target))


def test_the_old_editors_addresses_are_gone(editor_client: Client, target: Any) -> None:
    segment, translation = 1, Translation.objects.get(source__object_id=target.translation_key)
    for name in ("edit_string_translation", "edit_override"):
        address = reverse(f"wagtail_localize:{name}", args=[translation.pk, segment])
        assert editor_client.put(address, "value=x").status_code == 404
    assert Page.objects.get(pk=target.pk)


def test_translators_say_what_changed(home: Any, english_home: Any, target: Any) -> None:
    publisher = sign_in(pages={english_home: ("add", "change", "publish")})
    write(publisher, target, "publish", title="About us", summary="Who we are.")
    assert stored(target).live
    address = edit_url(target)
    field = soup(publisher.get(address)).select_one("[name=change_note]")
    assert field
    assert not field.text.strip()
    form = {text_field(target, "title"): "About the team", "change_note": "A clearer title."}
    publisher.post(address, form)
    field = soup(publisher.get(address)).select_one("[name=change_note]")
    assert field
    assert field.text.strip() == "A clearer title."
    assert notes(target) == []
    # A request that does not name it keeps it, and it is published with the version.
    write(publisher, target, "publish", summary="Who is here.")
    assert notes(target) == ["A clearer title."]
    assert note_of_draft(stored(target)) == ""
    # The original's own notes are not the translation's.
    assert notes(target.get_translations().get()) == []


def notes(page: Any) -> list[str]:
    return [note.text for note in published_notes([page])[page.pk]]
