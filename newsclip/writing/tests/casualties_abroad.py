"""Two reports of one storm in other languages than English; the place, the people and the figures are ours."""

from newsclip.evidence.document import SourceArticle
from newsclip.writing.tests.stories import article

FIRST: dict[str, tuple[str, str]] = {
    "de": (
        "Sturm trifft die Hafenstadt Orlo",
        "Bei einem Sturm in Orlo sind am Montag zwölf Menschen ums Leben gekommen.\n\n"
        "Die Küstenwache suchte am Abend mit drei Booten die Bucht ab.\n\n"
        "Auf dem Nordkai deckte der Wind das Dach der Markthalle ab, und der Strom fiel aus.",
    ),
    "es": (
        "Una tormenta golpea el puerto de Orlo",
        "Doce personas murieron el lunes en una tormenta en Orlo.\n\n"
        "La guardia costera rastreó la bahía con tres lanchas durante la noche.\n\n"
        "En el muelle norte el viento arrancó el techo del mercado, y se cortó la luz.",
    ),
    "fr": (
        "Une tempête frappe le port d'Orlo",
        "Douze personnes sont mortes lundi dans une tempête à Orlo.\n\n"
        "Les garde-côtes ont fouillé la baie avec trois canots pendant la nuit.\n\n"
        "Sur le quai nord, le vent a arraché le toit du marché et le courant a été coupé.",
    ),
    "it": (
        "Una tempesta colpisce il porto di Orlo",
        "Dodici persone sono morte lunedì in una tempesta a Orlo.\n\n"
        "La guardia costiera ha perlustrato la baia con tre motovedette durante la notte.\n\n"
        "Sul molo nord il vento ha scoperchiato il mercato, e la corrente è saltata.",
    ),
    "pt": (
        "Tempestade atinge o porto de Orlo",
        "Doze pessoas morreram na segunda-feira numa tempestade em Orlo.\n\n"
        "A guarda costeira percorreu a baía com três lanchas durante a noite.\n\n"
        "No cais norte o vento arrancou o telhado do mercado, e a luz faltou.",
    ),
}
SECOND: dict[str, tuple[str, str]] = {
    "de": (
        "Schwerer Sturm in Orlo: Stadt ohne Strom",
        "In Orlo starben am Montag bei einem Sturm nach Angaben der Stadt 14 Menschen.\n\n"
        "Die Schulen der Stadt bleiben am Dienstag geschlossen, wie der Rat beschloss.\n\n"
        "Im Hafen sanken zwei Fähren, die an der Mole festgemacht waren.",
    ),
    "es": (
        "Fuerte tormenta en Orlo: la ciudad, sin luz",
        "En Orlo murieron el lunes 14 personas en una tormenta, según el concejo.\n\n"
        "Las escuelas de la ciudad cerrarán el martes, decidió el concejo.\n\n"
        "En el puerto se hundieron dos transbordadores que estaban amarrados.",
    ),
    "fr": (
        "Violente tempête à Orlo : la ville sans courant",
        "Une tempête a fait 14 morts lundi à Orlo, selon le conseil de la ville.\n\n"
        "Les écoles de la ville resteront fermées mardi, a décidé le conseil.\n\n"
        "Dans le port, deux bacs amarrés au môle ont coulé.",
    ),
    "it": (
        "Forte tempesta a Orlo: la città senza corrente",
        "Una tempesta ha fatto lunedì 14 morti a Orlo, ha detto il consiglio.\n\n"
        "Le scuole della città resteranno chiuse martedì, ha deciso il consiglio.\n\n"
        "Nel porto sono affondati due traghetti ormeggiati al molo.",
    ),
    "pt": (
        "Forte tempestade em Orlo: cidade sem luz",
        "Em Orlo morreram na segunda-feira 14 pessoas numa tempestade, disse o conselho.\n\n"
        "As escolas da cidade fecham na terça-feira, decidiu o conselho.\n\n"
        "No porto afundaram duas balsas que estavam amarradas.",
    ),
}
# what replaces the count of the second: the value that is told then, and whether it disagrees with "twelve"
INSTEAD: dict[str, list[tuple[str, str]]] = {
    "de": [
        ("14 Menschen", "zwölf Menschen"),
        ("14 Menschen", "mehr als zehn Menschen"),
        ("14 Menschen", "14 Rinder"),
        ("14 Menschen", "14 Kinder"),
        ("14 Menschen", "zwölf bis 14 Menschen"),
        ("14 Menschen", "zwei weitere Menschen"),
        ("starben am Montag", "starben am Sonntag"),
        ("starben am Montag", "starben vor zehn Jahren"),
        ("In Orlo", "In Velm"),
        ("starben am Montag bei", "wurden am Montag bei"),
    ],
    "es": [
        ("14 personas", "doce personas"),
        ("14 personas", "más de diez personas"),
        ("14 personas", "14 vacas"),
        ("14 personas", "otras dos personas"),
        ("14 personas", "entre doce y 14 personas"),
        ("el lunes", "el domingo"),
        ("el lunes", "hace diez años"),
        ("En Orlo", "En Velm"),
        ("murieron", "fueron evacuadas"),
    ],
    "fr": [
        ("14 morts", "douze morts"),
        ("14 morts", "plus de dix morts"),
        ("14 morts", "14 blessés"),
        ("14 morts", "deux autres morts"),
        ("14 morts", "de 12 à 14 morts"),
        ("lundi", "dimanche"),
        ("lundi", "il y a dix ans"),
        ("à Orlo", "à Velm"),
        ("a fait", "aurait fait"),
    ],
    "it": [
        ("14 morti", "dodici morti"),
        ("14 morti", "più di dieci morti"),
        ("14 morti", "14 feriti"),
        ("14 morti", "altri due morti"),
        ("14 morti", "tra 12 e 14 morti"),
        ("lunedì", "domenica"),
        ("lunedì", "dieci anni fa"),
        ("a Orlo", "a Velm"),
        ("ha fatto", "avrebbe fatto"),
    ],
    "pt": [
        ("14 pessoas", "doze pessoas"),
        ("14 pessoas", "mais de dez pessoas"),
        ("14 pessoas", "14 vacas"),
        ("14 pessoas", "outras duas pessoas"),
        ("14 pessoas", "entre doze e 14 pessoas"),
        ("na segunda-feira", "no domingo"),
        ("na segunda-feira", "há dez anos"),
        ("Em Orlo", "Em Velm"),
        ("morreram", "foram retiradas"),
    ],
}
# sentences that count, and what they count
COUNTS: dict[str, list[tuple[str, dict[str, int]]]] = {
    "de": [
        ("Elf Menschen wurden verletzt, als zwei Züge zusammenstießen.", {"injured": 11}),
        ("Bei dem Sturm starben 14 Menschen, drei werden vermisst.", {"dead": 14, "missing": 3}),
        ("Die Zahl der Verletzten stieg auf elf.", {"injured": 11}),
        ("Die Zahl der Toten nach dem Brand in Orlo ist auf mindestens 1.200 gestiegen.", {"dead": 1200}),
        ("Einundzwanzig Menschen wurden getötet.", {"dead": 21}),
        ("Das schwerste Unglück der Strecke kostete 1983 fünf Menschen das Leben.", {}),
        ("Zwei weitere Menschen starben am Montag in der Klinik.", {}),
        ("Die 27-Jährige zählt 16 Boote, die im Hafen liegen.", {}),
        ("Nach Angaben der 16 Institute, die sich beteiligen, ist das sicher.", {}),
    ],
    "es": [
        ("Once personas resultaron heridas al chocar dos trenes en Orlo.", {"injured": 11}),
        ("La tormenta mató a 14 personas y dejó tres desaparecidos.", {"dead": 14, "missing": 3}),
        ("El número de muertos subió a treinta y dos.", {"dead": 32}),
        ("El peor accidente de la línea mató en 1983 a cinco personas.", {}),
        ("Otras dos personas murieron el lunes en el hospital.", {}),
    ],
    "fr": [
        ("Onze personnes ont été blessées dans la collision de deux trains à Orlo.", {"injured": 11}),
        ("La tempête a tué 14 personnes et fait trois disparus.", {"dead": 14, "missing": 3}),
        ("Le nombre de morts s’élève à vingt-deux.", {"dead": 22}),
        ("Le nombre de morts est passé de neuf à onze.", {}),
        ("L’accident le plus meurtrier de la ligne avait tué cinq personnes en 1983.", {}),
        ("Deux autres personnes sont mortes lundi à l’hôpital.", {}),
        ("Quatre-vingt-dix-sept personnes sont mortes.", {}),
        ("Deux cents personnes sont mortes.", {}),
    ],
    "it": [
        ("Undici persone sono rimaste ferite nello scontro di due treni a Orlo.", {"injured": 11}),
        ("La tempesta ha ucciso 14 persone e ci sono tre dispersi.", {"dead": 14, "missing": 3}),
        ("Il numero dei morti è salito a ventitré.", {"dead": 23}),
        ("Il peggiore incidente della linea uccise cinque persone nel 1983.", {}),
        ("Altre due persone sono morte lunedì in ospedale.", {}),
    ],
    "pt": [
        ("Onze pessoas ficaram feridas no choque de dois comboios em Orlo.", {"injured": 11}),
        ("A tempestade matou 14 pessoas e deixou três desaparecidos.", {"dead": 14, "missing": 3}),
        ("O número de mortos subiu para trinta e dois.", {"dead": 32}),
        ("O pior acidente da linha matou cinco pessoas em 1983.", {}),
        ("Outras duas pessoas morreram na segunda-feira no hospital.", {}),
    ],
}


def reports(code: str, change: tuple[str, str] = ("", "")) -> tuple[SourceArticle, SourceArticle]:
    """The two reports, of two publishers and an hour apart, the second one changed."""
    (title, text), (other, more) = FIRST[code], SECOND[code]
    assert change[0] in more
    second = more.replace(*change) if change[0] else more
    return article(1, title, text, language=code), article(2, other, second, language=code)
