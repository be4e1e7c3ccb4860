"""“Did you mean”: the question as it would be spelt with words that the pages know."""

from collections.abc import Mapping
from typing import Any

from ..answers import Correction
from ..marks import END, START, to_html

NAME = "spelling"


def spelling_request(text: str) -> dict[str, Any]:
    """A request of its own, for questions that found little: it costs as much as the search."""
    return {"size": 0, "suggest": _suggest(text)}


def _suggest(text: str) -> dict[str, Any]:
    return {
        "text": text,
        NAME: {
            "phrase": {
                "field": "spelling.phrases",
                "size": 1,
                "gram_size": 2,
                "max_errors": 2,
                "confidence": 1.0,
                "direct_generator": [
                    {
                        "field": "spelling",
                        "suggest_mode": "missing",
                        "min_word_length": 4,
                        "prefix_length": 1,
                    }
                ],
                "highlight": {"pre_tag": START, "post_tag": END},
            }
        },
    }


def corrected(answer: Mapping[str, Any]) -> Correction | None:
    """The better question, from an answer's `suggest` part."""
    options = [option for entry in answer.get(NAME, ()) for option in entry["options"]]
    if not options:
        return None
    return Correction(options[0]["text"], to_html(options[0]["highlighted"]))
