"""An article in each of seven languages whose title asks what its lead only tells as an allegation."""

ALLEGED = {
    "en": (
        "Did the minister take money?",
        """Transport minister Jan Holm has taken bribes from a builder, the opposition in Velmora claims.

        The minister rejected the accusation at the weekend and spoke of a campaign before the vote.

        The assembly of Velmora will meet on Tuesday and hear three witnesses from the ministry.
        """,
        "Transport minister Jan Holm has taken bribes from a builder",
    ),
    "de": (
        "Hat der Minister Geld genommen?",
        """Der Verkehrsminister Jan Holm hat Bestechungsgeld von einem Bauunternehmen genommen, behauptet die Opposition
        im Landtag von Velmora.

        Der Minister wies den Vorwurf am Wochenende zurück und sprach von einer Kampagne vor der Wahl.

        Der Landtag von Velmora tritt am Dienstag zusammen und hört drei Zeugen aus dem Ministerium.
        """,
        "Der Verkehrsminister Jan Holm hat Bestechungsgeld von einem Bauunternehmen genommen",
    ),
    "fr": (
        "Le ministre a-t-il pris de l’argent ?",
        """Le ministre des transports Jan Holm a touché des pots-de-vin d’un entrepreneur, selon l’opposition.

        Le ministre a rejeté cette accusation samedi et a parlé d’une campagne avant le scrutin.

        L’assemblée de Velmora se réunira mardi et entendra trois témoins du ministère.
        """,
        "Le ministre des transports Jan Holm a touché des pots-de-vin d’un entrepreneur",
    ),
    "es": (
        "¿Cobró dinero el ministro?",
        """El ministro de transportes Jan Holm cobró sobornos de una constructora, según la oposición de Velmora.

        El ministro rechazó la acusación el sábado y habló de una campaña antes de la votación.

        La asamblea de Velmora se reunirá el martes y escuchará a tres testigos del ministerio.
        """,
        "El ministro de transportes Jan Holm cobró sobornos de una constructora",
    ),
    "it": (
        "Il ministro ha preso soldi?",
        """Il ministro dei trasporti Jan Holm ha preso tangenti da un costruttore, secondo l’opposizione di Velmora.

        Il ministro ha respinto sabato l’accusa e ha parlato di una campagna prima del voto.

        L’assemblea di Velmora si riunirà martedì e ascolterà tre testimoni del ministero.
        """,
        "Il ministro dei trasporti Jan Holm ha preso tangenti da un costruttore",
    ),
    "pt": (
        "O ministro recebeu dinheiro?",
        """O ministro dos transportes Jan Holm recebeu propina de uma construtora, segundo a oposição de Velmora.

        O ministro rejeitou a acusação no sábado e falou de uma campanha antes da votação.

        A assembleia de Velmora vai reunir-se na terça-feira e ouvirá três testemunhas do ministério.
        """,
        "O ministro dos transportes Jan Holm recebeu propina de uma construtora",
    ),
    "nl": (
        "Heeft de minister geld aangenomen?",
        """Verkeersminister Jan Holm heeft steekpenningen van een aannemer aangenomen, volgens de oppositie in Velmora.

        De minister wees de beschuldiging zaterdag af en sprak van een campagne voor de stemming.

        De raad van Velmora komt dinsdag bijeen en hoort drie getuigen van het ministerie.
        """,
        "Verkeersminister Jan Holm heeft steekpenningen van een aannemer aangenomen",
    ),
}
