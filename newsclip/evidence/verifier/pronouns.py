"""The words of a language that mean somebody or something named before: pronouns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pronouns:
    """In lower case.

    `persons`: pronouns for one person. `others`: for things, several, or what was said. `may_be_empty`: those of them
    that mean nothing before one of `empty` ("il faut"). `expletive` means nothing before one of `perhaps` where one of
    `then` is near ("it is unclear how").
    `the`: articles that may stand before `its` ("il suo"). `subordinators`: before "he", what comes behind may name him
    ("as he said, Holm").
    """

    persons: frozenset[str]
    others: frozenset[str]
    may_be_empty: frozenset[str]
    empty: frozenset[str]
    expletive: frozenset[str] = frozenset()
    perhaps: frozenset[str] = frozenset()
    then: frozenset[str] = frozenset()
    the: frozenset[str] = frozenset()
    its: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()


def _words(**lists: str) -> Pronouns:
    return Pronouns(**{name: frozenset(words.split()) for name, words in lists.items()})


WORDS = {
    "en": _words(
        persons="he she his her him hers himself herself",
        others="it its they their them this that these those such both",
        may_be_empty="it this",
        empty="week weekend month year morning afternoon evening spring summer autumn winter season rained snowed",
        expletive="it",
        perhaps="is isn was wasn s will would has remains remained takes took may might could seems seemed",
        then="that to how whether if why what when who which time clear unclear likely unlikely understood believed "
        "thought raining snowing",
        subordinators="as if when while because before after since until once although though unless whether "
        "that what where how why who",
    ),
    "de": _words(
        persons="er ihn ihm sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer",
        others="sie es dieser diese dieses diesen diesem jener jene beide beiden letzterer letztere dies das",
        may_be_empty="es",
        empty="gibt gab ist war wird bleibt blieb regnet regnete hieß heißt scheint schien",
        subordinators="wie als wenn weil dass ob nachdem bevor während",
    ),
    "fr": _words(
        persons="il elle lui celui-ci celle-ci",
        others="ils elles eux celles-ci ceux-ci cela ça ce cet cette ces son sa ses leur leurs",
        may_be_empty="il ce",
        empty="y faut est était reste pleut pleuvait a s'agit sera serait suffit semble semblait",
        subordinators="comme quand lorsque",
    ),
    "es": _words(
        persons="él ella",
        others="ellos ellas esto eso este esta ese esa estos estas esos esas su sus ello ambos ambas",
        may_be_empty="",
        empty="",
    ),
    "it": _words(
        persons="lui lei egli ella costui costei",
        others="loro essi esse questo questa ciò quello quella questi queste suo sua suoi sue entrambi",
        may_be_empty="",
        empty="",
        the="il la i le",
        its="suo sua suoi sue loro",
    ),
    "pt": _words(
        persons="ele ela",
        others="eles elas isto isso este esta esse essa estes estas esses essas seu sua seus suas ambos ambas",
        may_be_empty="",
        empty="",
        the="o a os as",
        its="seu sua seus suas",
    ),
    "nl": _words(
        persons="hij zij ze hem haar zijn",
        others="het hun hen dit dat deze die beide beiden",
        may_be_empty="het",
        empty="is was wordt bleef blijft gaat ging regent regende lijkt leek blijkt bleek",
        subordinators="zoals als toen omdat dat nadat voordat terwijl",
    ),
}
