"""Translates with a LetsMT service, as Tilde provides it to the state at hugo.lv.

`TranslateArray` receives `appID`, `systemID` and `textArray` as JSON, with the key in the header
`client-id`, and responds with the translations as a JSON array of the same length. A system
translates one pair of languages; `GetSystemList` lists those that a key may use.
"""

import re
from collections.abc import Iterable
from html import unescape
from typing import Any

import requests
from wagtail.models import Locale
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue

from .errors import REFUSED, UNAVAILABLE, UNREADABLE, MachineTranslationError

_BREAK = re.compile(r"<br\s*/?>")


class LetsMTTranslator(BaseMachineTranslator):
    """Of the options `URL`, `AUTH_KEY`, `APP_ID`, `SYSTEMS` and `TIMEOUT`, in seconds. `SYSTEMS`
    maps pairs of languages, such as `lv-en`, to the ids of systems."""

    display_name = "hugo.lv"

    def can_translate(self, source_locale: Locale, target_locale: Locale) -> bool:
        return _pair(source_locale, target_locale) in self.options["SYSTEMS"]

    def translate(
        self, source_locale: Locale, target_locale: Locale, strings: Iterable[StringValue]
    ) -> dict[StringValue, StringValue]:
        """Raises MachineTranslationError."""
        wanted = list(strings)
        # A text without tags is sent as plain text, line by line, so that only tags which matter
        # can be lost on the way.
        parts = {string: _BREAK.split(string.data) for string in wanted}
        texts = list(dict.fromkeys(part for split in parts.values() for part in split if part))
        found = self._translations(_pair(source_locale, target_locale), texts)
        return {
            string: StringValue("<br/>".join(found[part] if part else "" for part in split))
            for string, split in parts.items()
        }

    def _translations(self, pair: str, texts: list[str]) -> dict[str, str]:
        if not texts:
            return {}
        body = {
            "appID": self.options["APP_ID"],
            "systemID": self.options["SYSTEMS"][pair],
            "textArray": [text if "<" in text else unescape(text) for text in texts],
        }
        translated = self._call("TranslateArray", body)
        if (
            not isinstance(translated, list)
            or len(translated) != len(texts)
            or not all(isinstance(text, str) for text in translated)
        ):
            raise MachineTranslationError(UNREADABLE)
        return {
            text: result if "<" in text else StringValue.from_plaintext(result).data
            for text, result in zip(texts, translated, strict=True)
        }

    def _call(self, method: str, body: dict[str, Any]) -> Any:
        try:
            response = requests.post(
                f"{self.options['URL'].rstrip('/')}/{method}",
                json=body,
                headers={"client-id": self.options["AUTH_KEY"]},
                timeout=self.options["TIMEOUT"],
                # Another host must not receive the key.
                allow_redirects=False,
            )
        except requests.RequestException:
            raise MachineTranslationError(UNAVAILABLE) from None
        if response.status_code >= 500 or response.status_code == 429:
            raise MachineTranslationError(UNAVAILABLE)
        if response.status_code != 200:
            raise MachineTranslationError(REFUSED)
        try:
            return response.json()
        except ValueError:
            raise MachineTranslationError(UNREADABLE) from None


def _pair(source: Locale, target: Locale) -> str:
    return "-".join(locale.language_code.partition("-")[0] for locale in (source, target))
