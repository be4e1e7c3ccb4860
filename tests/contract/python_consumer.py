"""What a portal in Python would write; checked by mypy against models made of the contract."""

from typing import assert_never

from contract import (
    AccessibilityDocument,
    CaseDocument,
    CaseIndexDocument,
    ContactDocument,
    EasyToReadDocument,
    Entry,
    HeadingBlock,
    HomeDocument,
    MethodDocument,
    MethodIndexDocument,
    MissionDocument,
    NewsDocument,
    NewsIndexDocument,
    PrivacyDocument,
    ProblemDocument,
    ResultsDocument,
    RichTextBlock,
    StandardDocument,
    Tombstone,
)


def about(entry: Entry) -> str:
    found = entry.root
    match found:
        case Tombstone():
            return f"{found.path} {found.reason.value}"
        case NewsDocument():
            return found.event.place if found.event else found.date.isoformat()
        case CaseDocument():
            return ", ".join(f"{outcome.after:.1f}" for outcome in found.outcomes)
        case MethodDocument():
            return found.phase.value
        case MissionDocument():
            return found.statement
        case (
            HomeDocument()
            | StandardDocument()
            | EasyToReadDocument()
            | ContactDocument()
            | ProblemDocument()
            | AccessibilityDocument()
            | PrivacyDocument()
            | ResultsDocument()
        ):
            return found.title
        case NewsIndexDocument() | CaseIndexDocument() | MethodIndexDocument():
            return found.title
        case _:
            assert_never(found)


def headings(document: NewsDocument) -> list[str]:
    blocks = [block.root for block in document.body]
    texts = [block.html for block in blocks if isinstance(block, RichTextBlock)]
    return [block.text for block in blocks if isinstance(block, HeadingBlock)] + texts
