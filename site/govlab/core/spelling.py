"""Spellers by language. Packages that have dictionaries register them here; editing asks them."""

from typing import Protocol


class Speller(Protocol):
    def knows(self, word: str) -> bool:
        """Whether the word is spelt correctly, in any case of letters and any inflection."""
        ...

    def stems(self, word: str) -> frozenset[str]:
        """The stems of a word that no dictionary knows. Forms of one word share a stem."""
        ...


_spellers: dict[str, Speller] = {}


def register_speller(language: str, speller: Speller) -> None:
    _spellers[language] = speller


def speller_for(language: str) -> Speller | None:
    return _spellers.get(language)


def other_spellers(language: str) -> list[Speller]:
    """The spellers of the other languages, for words quoted from them."""
    return [speller for code, speller in _spellers.items() if code != language]
