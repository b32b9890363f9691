"""Two reprints of one agency's report count as one report, however they are worded; reporting of one's own counts."""

import pytest

from newsclip.adapters.embedded.story_index import MemoryStoryIndex
from newsclip.articles.models import Article, Revision
from newsclip.sources.models import Publisher
from newsclip.stories import actions, queries
from newsclip.stories.models import Membership, Story
from newsclip.stories.rules.near_duplicates import fingerprint, is_copy
from newsclip.stories.tests.invented import NOON, ORCHARD, read_article, revise

pytestmark = pytest.mark.django_db

WIRE = (
    "Cracked girders close Velmora's busiest bridge",
    "Velmora (Crosswater) – The city of Velmora closed the Ostrava Lane bridge on Monday after inspectors found "
    "cracks in two of its steel girders. The bridge carries 14,000 vehicles a day across the river Quell. Mayor "
    'Ilse Tarnow said it would stay shut for at least six weeks. "Nobody will drive over a bridge that may not '
    'hold," she told reporters at the town hall. Ferries are to run every ten minutes between the Salt Quay and '
    "the north bank. The council votes on emergency money for the repair on Thursday. The bridge was built in "
    "1931 and last repaired nine years ago.",
)
RETOLD = (
    "Velmora without its bridge",
    "For at least six weeks nobody can cross the river Quell by the Ostrava Lane bridge. Inspectors in Velmora "
    "had found cracks in two steel girders, so the city closed the bridge, which 14,000 vehicles cross on a day. "
    "There will be ferries every ten minutes from the Salt Quay to the north bank, Mayor Ilse Tarnow said. On "
    "Thursday the council is to vote on emergency money to repair the bridge.",
)
RETOLD_TOO = (
    "Bridge in Velmora stays shut for six weeks",
    "The Ostrava Lane bridge, built in 1931, has cracks in two of its girders of steel, inspectors have found. "
    "The city of Velmora closed it on Monday. At least six weeks will pass before any of the 14,000 vehicles a "
    "day gets across the river Quell again, according to Mayor Ilse Tarnow. Ferries run every ten minutes between"
    " the north bank and the Salt Quay. Emergency money for a repair is what the council votes on this Thursday.",
)
OWN = (
    "Shopkeepers of the north bank fear a long winter",
    f'{RETOLD[1]} "My customers all come over that bridge, and they will not take a ferry for bread," said the '
    "baker Osmund Perrin in Tallow Street.",
)


def told(text: tuple[str, str], outlet: str, *, by: str = "", credit: str = "", hours: float = 0.0) -> Article:
    """An article of this outlet, by this author, with this line at its end."""
    article = read_article((text[0], f"{text[1]}\n\n{credit}" if credit else text[1]), hours=hours)
    article.publisher, _ = Publisher.objects.get_or_create(
        name=outlet, defaults={"domain": f"{outlet.lower()[:4]}.localhost"}
    )
    article.save()
    Revision.objects.filter(article=article).update(authors=[by] if by else [])
    return article


def place() -> None:
    list(actions.place(index=MemoryStoryIndex(), now=NOON, limit=50))


def reports() -> int:
    return Story.objects.get().reports


def test_the_texts_are_no_copies_by_their_words():
    assert not any(is_copy(fingerprint(*one), fingerprint(*other))
                   for one, other in [(WIRE, RETOLD), (WIRE, RETOLD_TOO), (RETOLD, RETOLD_TOO)])  # fmt: skip


@pytest.mark.parametrize("credits", [
    {"by": "Reuters"}, {"credit": "(Reuters)"}, {"credit": "With material from Reuters"}, {"credit": "Source: Reuters"},
])  # fmt: skip
def test_a_reprint_in_other_words_is_the_agency_s_report(credits):
    told(WIRE, "Reuters")
    told(RETOLD, "Upland Post", hours=1, **credits)
    place()
    assert reports() == 1


def test_two_reprints_in_other_words_are_one_report_where_the_agency_is_not_followed():
    told(WIRE, "Velmora Lantern", by="dpa")
    told(RETOLD, "Upland Post", by="dpa", hours=1)
    told(RETOLD_TOO, "Bay Mail", credit="Quelle: dpa", hours=2)
    place()
    assert reports() == 1


def test_a_text_that_names_the_agency_as_telling_it_is_the_agency_s_report():
    told(WIRE, "Crosswater News Agency")
    told((RETOLD[0], f"{RETOLD[1]} This was first reported by Crosswater."), "Upland Post", hours=1)
    place()
    assert reports() == 1


def test_a_text_signed_with_another_outlet_s_name_is_the_report_of_that_outlet():
    told(RETOLD, "Velmora Lantern")
    told((WIRE[0], f"{WIRE[1]} – Velmora Lantern/Crosswater"), "Upland Post", hours=1)
    place()
    assert reports() == 1


def test_an_agency_s_report_that_comes_after_its_reprint_joins_it():
    told(RETOLD, "Upland Post", by="Crosswater")
    told(WIRE, "Crosswater News Agency", hours=1)
    place()
    assert reports() == 1


def test_the_same_facts_without_a_credit_are_two_reports():
    told(WIRE, "Crosswater News Agency")
    told(RETOLD, "Upland Post", hours=1)
    place()
    assert reports() == 2


def test_two_agencies_are_two_reports():
    told(WIRE, "Velmora Lantern", by="dpa")
    told(RETOLD, "Upland Post", by="AFP", hours=1)
    place()
    assert reports() == 2


def test_an_article_with_quotations_and_places_of_its_own_is_a_report_of_its_own():
    told(WIRE, "Reuters")
    told(OWN, "Upland Post", credit="With material from Reuters", hours=1)
    place()
    assert reports() == 2


def test_what_adds_to_an_agency_s_material_is_not_the_report_of_who_prints_that_alone():
    told(OWN, "Upland Post", by="Maud Ellery", credit="With material from dpa")
    told(RETOLD_TOO, "Bay Mail", by="dpa", hours=1)
    place()
    assert reports() == 2


def test_another_number_is_news_of_its_own():
    told(WIRE, "Reuters")
    told((RETOLD[0], RETOLD[1].replace("14,000", "17,000")), "Upland Post", by="Reuters", hours=1)
    place()
    assert reports() == 2


def test_a_reprint_says_on_its_receipt_whose_report_it_tells():
    wire = told(WIRE, "Crosswater News Agency")
    copy = told(RETOLD, "Upland Post", credit="Report by Crosswater News Agency", hours=1)
    place()
    member = Membership.objects.get(article=copy)
    assert member.copy_of == wire
    assert (member.receipt["copy"]["sign"], member.receipt["copy"]["credit"]) == ("retold", "Crosswater News Agency")


def test_a_reprint_that_names_the_agency_in_its_text_never_came_first():
    told((RETOLD[0], f"{RETOLD[1]} This was first reported by Crosswater."), "Upland Post")
    wire = told(WIRE, "Crosswater News Agency", hours=1)
    place()
    found = queries.beginning_of(Membership.objects.all())
    assert set(found.leads.values()) <= {wire.pk, None}


def test_a_revision_that_adds_reporting_becomes_a_report_of_its_own():
    told(WIRE, "Reuters")
    copy = told(RETOLD, "Upland Post", by="Reuters", hours=1)
    place()
    revise(copy, OWN)
    Revision.objects.filter(article=copy).update(authors=["Reuters"])
    place()
    assert reports() == 2


def test_reprints_of_two_stories_are_one_report_once_people_merge_them_and_two_after_an_undo():
    told(WIRE, "Velmora Lantern", by="dpa")
    place()
    copy = told(ORCHARD, "Upland Post", by="dpa", hours=1)
    place()
    Revision.objects.filter(article=copy).update(title=RETOLD[0], text=RETOLD[1])
    first, second = Story.objects.order_by("pk")
    story = actions.merge(second, first, now=NOON, by="Ilse")
    assert story.reports == 1
    actions.undo(story.events.filter(kind="merged").latest("pk"), now=NOON, by="Ilse")
    assert list(Story.objects.order_by("pk").values_list("reports", flat=True)) == [1, 1]


def test_a_process_that_starts_anew_holds_the_words_of_a_reprint_too():
    told(WIRE, "Reuters")
    copy = told(RETOLD, "Upland Post", by="Reuters", hours=1)
    place()
    index = MemoryStoryIndex()
    told(RETOLD_TOO, "Bay Mail", by="Reuters", hours=2)
    list(actions.place(index=index, now=NOON, limit=50))
    assert any(store.row(str(copy.pk)) is not None for store in index._stores.values())
    assert reports() == 1
