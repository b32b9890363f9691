"""The closed lists by which a sentence is proved from its passages: the table of a language."""

from dataclasses import dataclass

from newsclip.language.pack_tables import Names, Patterns, Words


@dataclass(frozen=True, slots=True, eq=False)  # what is made of it is cached by it
class ProofWords:
    """`same`: rows of words and lemmas that mean the same. `phrases`: rows of phrases, the first of which may stand for
    the others wherever they stand. `narrower_phrases` tell more than the first of theirs: that does not stand for them
    the other way round, nor behind verbs of `taking_sides`. Phrases `owed_to` tell why something is so only where they
    stand behind none of `forms_of_be` and of no `debts`.

    `of` leads to whose or of what something is, `according` to who says so; `upon` opens what happened. `says`: lemmas
    that put nothing in doubt. `shifts`: rows of modals, the first of which becomes the second when it is reported; the
    first row tells the future. `adds` may come in or go. `counts` say of how many it is told, `takes_back` modifiers
    that something is not, or no longer, what it is called; `ranks` that there is one such. A verb may lose what one of
    `adjuncts` opens, a passive also one of `adjuncts_of_passives`. What one of `conditions` opens is no fact, and what
    one of `limits` opens takes some of the rest back. `joins` are no "or". `titles` stand before a name, and what is
    `called_so` has a capital or none. Words `of_places` make another place's name of one. What opens with one
    of `beside` behind a noun says which; so does any preposition behind a noun without an article, but for `moments`.
    `eras` name a time of many years; `years` with one of `long_before` tell how many years or months ago. What opens
    `within` one of `spells`, or `for_so_long` one of `so_long`, holds for these alone; so does what is told of somebody
    `aged` so, or as one `of_life`'s ages. Who acts as one of `stand_ins` does it for another, and what one
    of `parts_of_bodies` `decides` is not decided by the whole; what stands under a
    `causative` verb is done by another. Clauses with one of `outcomes` tell what came of it, and participles
    `moved_by` something in what belief, or by whose force, somebody acts. A verb may lose one of `plain_adverbs`, a
    noun one of `plain_adjectives`, but no verb a noun without an article behind a preposition that is not `bare`.
    `copulas` say what something is. `definite` and `indefinite` words stand before nouns. `persons` are the pronouns of
    one man or woman, `hers` those of a woman, `things` others that mean what was named; `anybody` ones mean no one.
    Relatives are called by `kin`, perhaps with what is `kin_before` or `kin_behind` it, and together as `kin_together`,
    or are `married` to a given name; `whose_kin` or `whose` stand before them, `naming`
    words behind them, `one_of_two` before a surname that two have, `bearers_together` before its plural and words
    `of_another` behind it.
    Of what stands behind `nothing` there is none; what a verb of `averts` has did not come to be.
    `lasting` are words for people, bodies, places and things, which happen on no day; what `circumstances` open
    tells of what happens rather than of these. `comes_from` opens from where or against what: no noun is tied so
    freely. Rows of `intransitive` are alike without an object only; behind verbs of `either`, "to close" and "closing"
    are one. `roles` say what a section is for, `ties` tie the nouns of a heading,
    `orders` tell what was first, or why; what `vague` prepositions tell differs little.
    Beside any verb `judging` words tell that it is not as it is told. Beside a verb of saying those `beside_saying`
    tell only when or where it was said, `to_whom` opens to whom, and who `speaking` verbs tell of says it himself,
    where no preposition but `speaking_where` and none of `parts_played` stands beside them. Who does `as_another` says
    another's words.
    `rates` open per how much a figure is told, `focuses` single out the next word, verbs of `rules` set what is so
    from then on; within `frames` something only seems so. What
    stands before `broad` nouns hardly makes another thing of them.
    `kinds`: rows of what "the company" may call a name, and of nouns that may stand before it and leave it one
    ("shipping company"); of people, of places, and those that stand before names. `kinds_by_end`: rows of a kind and of
    how names of it end.
    `nominals`: rows of a verb and the nouns that name what it tells; of `done_by_subjects` "of" tells who does it. Rows
    of `light_verbs`: a verb and the nouns that tell with it as their own verb does ("made a decision"); what stands
    behind one of `upon_events` has happened. A word that is `harmless` before such a noun leaves it so.
    `units` (one to nineteen), `tens` (twenty to ninety) and `scales` spell numbers, `short_scales` stand behind a
    figure with a currency; `currencies`: rows of a sign and its words. One of `joins_ranges` stands between the ends of
    a range, one of `parts_of_numbers` before a number of which something is a part; one of `blurs`
    behind it makes it unsure.
    Words that differ in one of `endings` are of one family: none names who does it, as an employer is no employee.
    """

    same: Names
    phrases: Names
    narrower_phrases: Words
    taking_sides: Words
    of: Words
    according: Words
    upon: Words
    says: Words
    shifts: Names
    adds: Words
    counts: Words
    takes_back: Words
    judging: Words
    beside_saying: Words
    to_whom: Words
    speaking: Words
    speaking_where: Words
    parts_played: Words
    as_another: Words
    rates: Words
    focuses: Words
    rules: Words
    frames: Words
    broad: Words
    owed_to: Words
    debts: Words
    forms_of_be: Words
    ranks: Words
    adjuncts: Words
    adjuncts_of_passives: Words
    conditions: Words
    limits: Words
    joins: Words
    titles: Words
    called_so: Words
    of_places: Words
    beside: Words
    moments: Words
    eras: Words
    years: Words
    long_before: Words
    within: Words
    for_so_long: Words
    so_long: Words
    plain_adverbs: Words
    plain_adjectives: Words
    bare: Words
    spells: Words
    aged: Words
    of_life: Words
    stand_ins: Words
    decides: Words
    parts_of_bodies: Words
    causative: Words
    outcomes: Words
    moved_by: Words
    copulas: Words
    definite: Words
    indefinite: Words
    persons: Words
    hers: Words
    things: Words
    anybody: Words
    kin: Patterns
    kin_before: Patterns
    kin_behind: Patterns
    kin_together: Patterns
    married: Patterns
    whose: Patterns
    whose_kin: Patterns
    naming: Patterns
    one_of_two: Patterns
    bearers_together: Patterns
    of_another: Patterns
    nothing: Words
    comes_from: Words
    averts: Words
    intransitive: Words
    either: Words
    lasting: Words
    circumstances: Words
    roles: Words
    ties: Words
    orders: Words
    vague: Words
    endings: Words
    kinds: Names
    kinds_of_people: Words
    kinds_of_places: Words
    kinds_before_names: Words
    kinds_by_end: Names
    nominals: Names
    done_by_subjects: Words
    light_verbs: Names
    upon_events: Words
    harmless: Words
    units: Patterns
    tens: Patterns
    scales: dict[str, int]
    short_scales: dict[str, int]
    currencies: Names
    joins_ranges: Words
    parts_of_numbers: Words
    blurs: Words
