"""Sentences that name a day on which nothing of what they tell happened for sure, and some where it did."""

DID_NOT = {
    "en": """
        The ferry failed to sail on Monday.
        The ferry might have sailed on Monday.
        The ferry may have sailed on Monday.
        If it had sailed on Monday, forty would have died.
        The bridge never opened on Monday.
        The bridge was not opened on Monday.
        The bridge didn't open on Monday, the council said.
        The mayor denied that the ferry sank on Monday.
        A report published on Monday said the dam had burst in the war.
        The ferry allegedly sailed on Monday.
        The clerk was accused of having sold the boat on Monday.
        Police believed that the boat was sold on Monday.
        The clerk claimed that he paid on Monday.
        The ferry was supposed to have sailed on Monday.
        The crew wanted to sail on Monday, and waited.
        The crew tried to sail on Monday.
        Nobody sailed on Monday, and the ferries were full.
        Without a pilot, the ship that was due on Monday waited.
        Rumours that the dam had burst on Monday were spread.
        The vote was called off on Monday's advice.
        The ship had almost sunk on Monday.
        The council refused to meet on Monday.
        The driver was thought to have fled on Monday.
        The clerk admitted that he had lied on Monday.
        She was unable to vote on Monday.
        A book that appeared on Monday says the bridge burned in the war.
    """,
    "de": """
        Die Fähre ist am Montag nicht ausgelaufen.
        Die Fähre soll am Montag gesunken sein.
        Die Brücke wurde am Montag angeblich gesperrt.
        Wenn sie am Montag ausgelaufen wäre, hätte es Tote gegeben.
        Ein am Montag veröffentlichter Bericht sagte, der Damm sei im Krieg gebrochen.
        Der Rat lehnte es ab, am Montag zu tagen, und ging.
    """,
    "fr": """
        Le pont n’a pas été fermé hier.
        Le barrage aurait cédé hier, a dit le maire.
        Le ferry a failli couler hier.
        Le maire a nié que le ferry a coulé hier.
    """,
    "es": """
        El puente no se cerró ayer.
        El ferri habría zarpado ayer, dijo.
        La alcaldesa negó que el ferri se hundió ayer.
    """,
    "it": """
        Il ponte non è stato chiuso ieri.
        Il traghetto sarebbe affondato ieri, ha detto.
    """,
    "pt": """
        A ponte não foi fechada ontem.
        A balsa teria afundado ontem, disse.
    """,
    "nl": """
        De brug werd gisteren niet gesloten.
        De veerboot zou gisteren zijn gezonken.
    """,
}

DID = {
    "en": """
        The ferry sank on Monday.
        The council closed the quay on Monday after a storm.
        On Monday, the pilots of Orlo struck.
        Two trams collided on Tuesday in Orlo.
        The bridge was opened on 9 June 1962.
        The mayor resigned on Monday, and the council met.
        Forty people died on Monday, when the dam burst.
        Police arrested two men on Monday.
        The court fined the port on Monday.
        The pilots walked out on Monday over wages.
        The mayor said on Monday that the quay was closed.
        The port announced new fares on Monday.
    """,
    "de": """
        Die Fähre sank am Montag.
        Der Rat sperrte gestern die Brücke.
        Am Montag brach der Damm.
    """,
    "fr": """
        Le pont a été fermé hier.
        Le conseil a voté le 20 novembre.
    """,
    "es": """
        El puente se cerró ayer.
        La alcaldesa dimitió el pasado lunes.
    """,
    "it": """
        Il ponte è stato chiuso ieri.
    """,
    "pt": """
        A ponte foi fechada ontem.
    """,
    "nl": """
        De brug werd gisteren gesloten.
    """,
}


def rows(texts: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, line.strip()) for code, lines in texts.items() for line in lines.splitlines() if line.strip()]
