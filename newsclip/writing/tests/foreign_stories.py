"""One article in each of five languages, about an invented town and people."""

from newsclip.evidence.document import SourceArticle
from newsclip.writing.tests.stories import article

GERMAN = """Die neue Hafenbrücke von Örlohafen ist am Montag nach neun Jahren Bauzeit eröffnet worden.

Der Bau kostete 212 Millionen Kronen, doppelt so viel wie der Stadtrat im Jahr 2017 bewilligt hatte.

„Wir haben eine Brücke versprochen, die noch unsere Enkel benutzen werden“, sagte Bürgermeisterin Ilse Brandt dort.

Sie dankte den Arbeitern, die auch im Winter auf den Pfeilern gestanden hatten.

Aber die Gewerkschaft der Fährleute warnt vor dem Verlust von 60 Stellen in Örlohafen.

Melden Sie sich für unseren Newsletter an und lesen Sie mehr aus der Bucht.

Ilse Brandt leitet die Stadt Örlohafen seit 2012 und wohnt am Nordufer der Bucht.

Der Stadtrat wird am Dienstag über die Zukunft der Fähre entscheiden.
"""
FRENCH = """Le nouveau pont du port d'Orlo-sur-Mer a été inauguré lundi après neuf ans de travaux.

Le chantier a coûté 212 millions de couronnes, deux fois la somme votée par le conseil en 2017.

« Nous avons promis un pont dont nos petits-enfants se serviront encore », a déclaré la maire Ilse Brandt lundi.

Elle a remercié les ouvriers qui ont travaillé sur les piles pendant tout l'hiver.

Toutefois, le syndicat des marins craint la perte de 60 emplois à Orlo-sur-Mer.

Abonnez-vous à notre newsletter pour suivre les nouvelles de la baie.

Ilse Brandt dirige la ville d'Orlo-sur-Mer depuis 2012.

Le conseil se réunira le 16 mars et votera sur l'avenir du bac.
"""
SPANISH = """El nuevo puente del puerto de Puerto Orlo fue inaugurado el lunes tras nueve años de obras.

La obra costó 212 millones de coronas, el doble de lo que el concejo aprobó en 2017.

«Prometimos un puente que nuestros nietos seguirán usando», dijo la alcaldesa Ilse Brandt ante la multitud.

Ella agradeció a los obreros que trabajaron en los pilares durante todo el invierno.

Sin embargo, el sindicato de marineros teme la pérdida de 60 empleos en Puerto Orlo.

Suscríbase a nuestro boletín para recibir las noticias de la bahía.

Ilse Brandt gobierna la ciudad de Puerto Orlo desde 2012.

El concejo votará el 16 de marzo sobre el futuro del transbordador.
"""
PORTUGUESE = """A nova ponte do porto de Porto Orlo foi inaugurada na segunda-feira após nove anos de obras.

A obra custou 212 milhões de coroas, o dobro do que o conselho aprovou em 2017.

“Prometemos uma ponte que os nossos netos ainda vão usar”, disse a prefeita Ilse Brandt diante da multidão.

Ela agradeceu aos operários que trabalharam nos pilares durante todo o inverno.

No entanto, o sindicato dos marinheiros teme a perda de 60 empregos em Porto Orlo.

Assine a nossa newsletter para receber as notícias da baía.

Ilse Brandt governa a cidade de Porto Orlo desde 2012.

O conselho votará em 16 de março sobre o futuro da balsa.
"""
ITALIAN = """Il nuovo ponte del porto di Porto Orlo è stato inaugurato lunedì dopo nove anni di lavori.

L'opera è costata 212 milioni di corone, il doppio di quanto il consiglio approvò nel 2017.

«Avevamo promesso un ponte che i nipoti useranno ancora», ha detto la sindaca Ilse Brandt davanti alla folla.

Lei ha ringraziato gli operai che hanno lavorato sui piloni per tutto l'inverno.

Tuttavia, il sindacato dei marinai teme la perdita di 60 posti di lavoro a Porto Orlo.

Iscriviti alla newsletter per ricevere le notizie della baia.

Ilse Brandt guida la città di Porto Orlo dal 2012.

Il consiglio si riunirà il 16 marzo e voterà sul futuro del traghetto.
"""
TITLES = {
    "de": ("Neue Hafenbrücke in Örlohafen eröffnet", GERMAN),
    "fr": ("Le nouveau pont d'Orlo-sur-Mer est inauguré", FRENCH),
    "es": ("Puerto Orlo inaugura su nuevo puente", SPANISH),
    "pt": ("Porto Orlo inaugura a nova ponte", PORTUGUESE),
    "it": ("Porto Orlo inaugura il nuovo ponte", ITALIAN),
}


def foreign(language: str) -> SourceArticle:
    title, text = TITLES[language]
    return article(1, title, text, language=language)
