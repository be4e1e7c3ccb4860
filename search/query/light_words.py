"""Words that people put into a question and that say little about the page they need.

They are no stop words: a page about people should be found by them. But where they are in a title
by chance, they must not outweigh what is asked for.
"""

from functools import cache

from search.text.tokens import FOLDED_LEMMA, LEMMA, index_tokens

_LATVIAN = """
cilvēks kāds katrs cits viss lieta veids darīt gribēt vēlēties vajadzēt varēt drīkstēt dabūt lietot
izmantot iet nākt labs pareizs īsts daudz vairāk vienmēr nekad tikai otrs viens cits dažs jebkurš
neviens nekas kaut kļūt notikt sanākt likt ņemt sākt nevarēt nevajadzēt būtu varbūt tomēr uzreiz
citādi jābūt sēdēt atrasties
parādīt redzēt skatīties apskatīt rasties palikt gadīties mēģināt prast spēt dēļ pēc bez starp šāds
tāds citāds
"""
_ENGLISH = """
people person somebody someone anybody anyone everybody everyone something anything thing way get
make want need like use go come give take know good right many much more lot any some always never
only all one out up off over about without every each other another stuff kind bit able cannot put
let keep got why before after such even still ever already maybe
too either else tell show see look here whole bunch
"""


@cache
def light_tokens() -> frozenset[str]:
    """Return the tokens of their lemmas, in all languages."""
    return frozenset(
        token
        for locale, listed in (("lv", _LATVIAN), ("en", _ENGLISH))
        for word in listed.split()
        for token in index_tokens(word, locale)
        if token[0] in (LEMMA, FOLDED_LEMMA)
    )
