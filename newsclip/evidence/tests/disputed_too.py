"""False disagreements, written after the rules to see whether they hold on others than they were made for."""

from newsclip.evidence.tests.disputed import Told

_FERRY = ("Twelve", "Twelve people were killed when the ferry Halcyon sank off Marrow.")
_LIBRARY = ("$3 million", "The new library of Marrow cost $3 million.")
FALSE_TOO: list[Told] = [
    (
        "How many died",
        ("20", "The ferry Halcyon was carrying 20 people when it sank off Marrow, killing some of them."),
        _FERRY,
    ),
    (
        "How many died",
        ("20", "When the ferry Halcyon sank off Marrow, killing many, 20 people jumped overboard."),
        _FERRY,
    ),
    (
        "How many died",
        ("20", "The ferry Halcyon, which sank off Marrow, had saved 20 people who would have died."),
        _FERRY,
    ),
    ("How many died", ("20", "Rescuers who pulled 20 people from the Halcyon off Marrow said some died."), _FERRY),
    (
        "How many died",
        ("20", "The ferry Halcyon sank off Marrow, killing a family of 20 minutes' acquaintance."),
        _FERRY,
    ),
    (
        "How many died",
        ("20", "When the ferry Halcyon sank off Marrow, no fewer than people expected were killed, 20 swam."),
        _FERRY,
    ),
    ("How many died", ("20", "The sinking of the Halcyon off Marrow killed people 20 metres from the shore."), _FERRY),
    (
        "How many died",
        ("20", "The ferry Halcyon that sank off Marrow had been built by 20 people, all dead now."),
        _FERRY,
    ),
    ("How many died", ("20", "The ferry Merle sank off Marrow and killed 20 people."), _FERRY),
    ("How many died", ("20", "Before the Halcyon sank off Marrow, 20 people were killed in a mine."), _FERRY),
    ("How many died", ("20", "In Marrow 20 people were killed by police, on the day the Halcyon sank."), _FERRY),
    ("How many died", ("20", "The Halcyon sank off Marrow, and 20 people who died were never on it."), _FERRY),
    (
        "How many died",
        ("20", "Early reports that 20 people were killed on the Halcyon off Marrow were mistaken."),
        _FERRY,
    ),
    ("How many died", ("20", "It was first said that 20 people were killed when the Halcyon sank off Marrow."), _FERRY),
    ("How many died", ("20", "Twenty years after the Halcyon sank off Marrow, 20 people died at sea."), _FERRY),
    ("How many died", ("20", "The owner of the Halcyon asked if 20 people were killed off Marrow."), _FERRY),
    ("How many died", ("20", "About half of the 20 people killed off Marrow were on the Halcyon."), _FERRY),
    ("How many died", ("20", "The Halcyon sank off Marrow where 20 dead whales were found."), _FERRY),
    ("How many died", ("20", "The Halcyon sank off Marrow, where pollution had killed 20 whales."), _FERRY),
    ("How many died", ("20", "The insurer of the Halcyon fears that 20 people died off Marrow."), _FERRY),
    (
        "How much (library, Marrow)",
        ("$5 million", "The new library of Marrow, which took $5 million from the museum, opened."),
        _LIBRARY,
    ),
    (
        "How much (library, Marrow)",
        ("$5 million", "The new library of Marrow cost the museum its $5 million grant."),
        _LIBRARY,
    ),
    (
        "How much (library, Marrow)",
        ("$5 million", "The new library of Marrow cost less than the museum, which cost $5 million."),
        _LIBRARY,
    ),
    ("How much (library, Marrow)", ("$5 million", "Old books of the Marrow library cost $5 million."), _LIBRARY),
    ("How much (library, Marrow)", ("$5 million", "The roof of the new library of Marrow cost $5 million."), _LIBRARY),
    ("How much (library, Marrow)", ("$5 million", "The new library of Marrow cost $5 million too much."), _LIBRARY),
    ("How much (library, Marrow)", ("$5 million", "The new library of Velm cost $5 million."), _LIBRARY),
    ("The age of Holm", ("50", "Jan Holm, 50 metres from the shore, saw it."), ("48", "Jan Holm, 48, saw it.")),
    ("The age of Holm", ("50", "Jan Holm, 50 and counting goals, saw it."), ("48", "Mara Holm, 48, saw it.")),
    ("The age of Holm", ("50", "Jan Holm's wife, 50, saw it."), ("48", "Jan Holm, 48, saw it.")),
    ("The age of Holm", ("50", "Jan Holm's brother Per Holm, 50, saw it."), ("48", "Jan Holm, 48, saw it.")),
    (
        "On which day (library, opens)",
        ("4 May", "The library of Marrow opens a week before the fair on 4 May."),
        ("2 April", "The library of Marrow opens on 2 April."),
    ),
    (
        "On which day (library, opens)",
        ("4 May", "The library of Marrow opens, and the museum opens on 4 May."),
        ("2 April", "The library of Marrow opens on 2 April."),
    ),
    (
        "Where (library, opens)",
        ("Velm", "The library of Marrow opens in Velm style."),
        ("Orlo", "The library of Marrow opens in Orlo."),
    ),
    (
        "How many were arrested",
        ("20", "Police arrested 20 minutes later a man in Marrow."),
        ("12", "Police arrested 12 people in Marrow."),
    ),
    (
        "How many were arrested",
        ("20", "Some 20 officers arrested a man in Marrow."),
        ("12", "Police arrested 12 people in Marrow."),
    ),
    (
        "How many were injured",
        ("20", "The crash in Marrow injured people in 20 cars."),
        ("12", "The crash in Marrow injured 12 people."),
    ),
    (
        "What share (voters, tax)",
        ("54 percent", "Of the 54 percent of voters who came, half backed the tax in Marrow."),
        ("61 percent", "In Marrow 61 percent of voters backed the tax."),
    ),
    (
        "How the vote ended",
        ("20 to 12", "The team of Marrow beat the council by 20 to 12."),
        ("9 to 6", "The council of Marrow passed the tax by 9 to 6."),
    ),
]
