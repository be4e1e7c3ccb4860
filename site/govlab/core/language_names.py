"""How links to a page in another language are called, in that language."""

from django.utils.translation import get_language_info

# Django's name is an adjective, which does not stand alone in Latvian.
_IN_THE_LANGUAGE = {"lv": "Latviski"}


def own_language_name(code: str) -> str:
    return _IN_THE_LANGUAGE.get(code) or str(get_language_info(code)["name_local"]).capitalize()
