"""The style sheet of the living page: states and themes that a part of a page can be shown in.

It is made from the site's own rules, so the page shows what readers get: within
`data-state="hover"` everything looks as if it were hovered over, within `data-theme="dark"` as for
readers who prefer dark.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from .stylesheet import sources

STATES_PATH = "govlab/states.css"
_FOCUSABLE = ":where(a, button, input, select, summary, textarea)"
# The pseudo-class of each state, and what stands for it within an element in that state.
_STATES = {
    "hover": (re.compile(r":hover\b"), ""),
    "focus": (re.compile(r":focus-visible\b"), _FOCUSABLE),
    "active": (re.compile(r":active\b"), ""),
}
_DARK = re.compile(r"prefers-color-scheme:\s*dark")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def state_sources() -> list[Path]:
    """Return the sources with the styles that only some pages load."""
    return [*sources(), sources()[0].with_name("methods.css")]


def make_states(target: Path) -> None:
    css = "\n".join(path.read_text() for path in state_sources())
    target.write_text("\n".join([*themes_of(css), *states_of(css), ""]))


def themes_of(css: str) -> Iterator[str]:
    """Yield the tokens again, for elements with a theme of their own."""
    for prelude, body in _blocks(css):
        if prelude == ":root":
            yield f"[data-theme]{{{body}}}"
        elif prelude.startswith("@media") and _DARK.search(prelude):
            for inner, tokens in _blocks(body):
                if inner == ":root":
                    yield f'[data-theme="dark"]{{{tokens}}}'


def states_of(css: str) -> Iterator[str]:
    """Yield the rules of states again, for what is within an element that has the state."""
    for prelude, body in _blocks(css):
        if prelude.startswith(("@media", "@supports")):
            if inner := "".join(states_of(body)):
                yield f"{prelude}{{{inner}}}"
        elif not prelude.startswith("@"):
            for state, (pseudo, instead) in _STATES.items():
                selectors = [
                    f'[data-state="{state}"] {pseudo.sub(instead, selector)}'
                    for selector in _selectors(prelude)
                    if pseudo.search(selector)
                ]
                if selectors:
                    yield f"{','.join(selectors)}{{{body}}}"


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and within each pair of outermost braces."""
    css = _COMMENT.sub("", css)
    depth = begin = opened = 0
    for at, letter in enumerate(css):
        if letter == "{":
            opened = opened if depth else at
            depth += 1
        elif letter == "}":
            depth -= 1
            if not depth:
                yield css[begin:opened].rpartition(";")[2].strip(), css[opened + 1 : at].strip()
                begin = at + 1


def _selectors(prelude: str) -> Iterator[str]:
    """Split at commas outside parentheses."""
    depth, selector = 0, ""
    for letter in prelude:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            yield selector.strip()
            selector = ""
        else:
            selector += letter
    yield selector.strip()
