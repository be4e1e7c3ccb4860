"""What any engine answers, and what readers and portals get of it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Question:
    """`chosen`: facet name → values of which one must hold; every facet must."""

    text: str
    locale: str
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    page: int = 1
    size: int = 10


@dataclass(frozen=True)
class Found:
    page_id: int
    # Safe HTML: escaped, with what was found in <mark>.
    title_html: str
    excerpt_html: str


@dataclass(frozen=True)
class Answer:
    hits: tuple[Found, ...]
    total: int
    # Facet name → values with their counts, most frequent first; a facet's own choice does not
    # shrink its counts.
    facets: dict[str, list[tuple[str, int]]]
