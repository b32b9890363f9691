"""Invented articles of invented places, for the tests of this stage."""

from datetime import UTC, datetime, timedelta

from django.db.models import QuerySet

from newsclip.articles.models import Article, Revision
from newsclip.sources.models import Publisher, Source
from newsclip.stories.models import Story, StoryEvent
from newsclip.stories.ports import IncomingArticle

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)

BRIDGE = (
    "The Ostrava Lane bridge in Velmora closed",
    "Engineers closed the Ostrava Lane bridge in Velmora on Monday after a routine inspection found "
    "cracks in two of its steel girders. Mayor Ilse Tarnow said the bridge, which carries 14,000 vehicles "
    "a day across the river Quell, will stay shut for at least six weeks. Ferries will run every ten "
    "minutes between the Salt Quay and the north bank, and the number 7 tram will turn round at Corn "
    "Market. The city council meets on Thursday to vote on emergency money.",
)
BRIDGE_TOLD_AGAIN = (
    "Cracked girders shut Velmora's busiest bridge for six weeks",
    "Commuters in Velmora face long detours: the Ostrava Lane bridge was shut without warning when "
    "inspectors noticed cracks in steel girders over the river Quell. Mayor Ilse Tarnow called it the "
    "only responsible choice. Until the repair is done the city sends ferries from Salt Quay, while tram "
    "7 stops short at Corn Market. Shopkeepers on the north bank fear for their trade, and council "
    "members want emergency money for the engineers voted on Thursday.",
)
ORCHARD = (
    "Pear growers of Hallisted count their losses after hail",
    "A hailstorm of a few minutes destroyed most of the pear harvest around Hallisted, the growers' "
    "cooperative reports. Nets had been taken in for cleaning, chairwoman Petra Oyelaran said, so the "
    "orchards on the slopes above Lake Ansel stood bare. Insurers sent assessors to forty farms. The "
    "ministry for farming promised loans without interest, but the cooperative wants the fund for bad "
    "harvests opened before the autumn planting begins.",
)
BRUECKE = (
    "Brücke am Salzkai in Velmora bleibt gesperrt",
    "Die Brücke an der Ostrava Lane in Velmora ist seit Montag gesperrt, nachdem Fachleute bei einer "
    "Prüfung Risse in zwei Trägern gefunden haben. Bürgermeisterin Ilse Tarnow erklärte, die Sperre werde "
    "mindestens sechs Wochen dauern. Zwischen Salzkai und Nordufer fahren Fähren im Takt von zehn "
    "Minuten, die Straßenbahn wendet am Kornmarkt.",
)
PONT = (
    "Le pont d'Ostrava Lane fermé à Velmora",
    "Le pont d'Ostrava Lane à Velmora est fermé depuis lundi, après que des experts ont trouvé des fissures dans deux "
    "de ses poutres. La maire Ilse Tarnow a déclaré que la fermeture durerait au moins six semaines. Des bacs relient "
    "Salt Quay à la rive nord toutes les dix minutes, et le tram 7 fait demi-tour à Corn Market.",
)
PUENTE = (
    "Cerrado el puente de Ostrava Lane en Velmora",
    "El puente de Ostrava Lane en Velmora está cerrado desde el lunes, después de que los técnicos encontraran grietas "
    "en dos de sus vigas. La alcaldesa Ilse Tarnow dijo que el cierre durará al menos seis semanas. Habrá barcas entre "
    "Salt Quay y la orilla norte cada diez minutos, y el tranvía 7 da la vuelta en Corn Market.",
)


def words(**counts: int) -> str:
    """So many words, invented ones, that belong to each of these."""
    return " ".join(f"{name}{chr(97 + n)}" for name, most in counts.items() for n in range(most))


def incoming(name: str, told: tuple[str, str], *, hours: float | None = 0.0, language: str = "en") -> IncomingArticle:
    """An article so many hours after noon; None: undated."""
    when = None if hours is None else NOON + timedelta(hours=hours)
    return IncomingArticle(name, told[0], told[1], when, language, "The Velmora Lantern")


def read_article(told: tuple[str, str], *, hours: float | None = 0.0, language: str = "en") -> Article:
    """An article that was read, as `articles` leaves it."""
    number = Article.objects.count() + 1
    publisher, _ = Publisher.objects.get_or_create(domain="lantern.localhost", defaults={"name": "The Velmora Lantern"})
    source, _ = Source.objects.get_or_create(
        url="http://lantern.localhost/feed", defaults={"publisher": publisher, "added_at": NOON, "due_at": NOON}
    )
    article = Article.objects.create(
        url=f"http://lantern.localhost/{number}",
        source=source,
        publisher=publisher,
        state=Article.State.READ,
        found_at=NOON,
        published=None if hours is None else NOON + timedelta(hours=hours),
    )
    revise(article, told, language=language)
    return article


def revise(article: Article, told: tuple[str, str], *, language: str = "en") -> None:
    article.revisions += 1
    article.save()
    Revision.objects.create(
        article=article,
        number=article.revisions,
        at=NOON,
        title=told[0],
        text=told[1],
        language=language,
        digest=str(article.revisions),
    )


def live() -> "QuerySet[Story]":
    """Stories that were not merged into others."""
    return Story.objects.filter(merged_into=None)


def events_of(story_id: int) -> list[StoryEvent]:
    """What happened to a story, oldest first."""
    return list(StoryEvent.objects.filter(story=story_id).order_by("at", "pk"))
