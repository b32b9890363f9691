"""A hashtag of a name is the whole name: no calling, place or other name beside it, and nobody's given name alone."""

import pytest

from newsclip.adapters.embedded.static_vectors import StaticVectors
from newsclip.writing.tags import tag

EMBEDDER = StaticVectors()


def tags(text: str, title: str = "") -> set[str]:
    return set(tag(title, text, embedder=EMBEDDER).hashtags)


@pytest.mark.parametrize(
    ("text", "right", "never"),
    [
        (
            "Portreeve Tom Quist shut a pier. We saw Portreeve Quist. We met Portreeve Tom Quist in Dunholm.",
            "#TomQuist",
            "#PortreeveTomQuist",
        ),
        (
            "Police found Velmsund Quist in Velmsund Quist. Her father Daniel Quist wept. Quist rowed. Velmsund Quist "
            "had left Dunholm. Daniel Quist waved. Velmsund Quist, Quist. Police asked Quist.",
            "#VelmsundQuist",
            "#DanielQuist",
        ),
        (
            "O.J. Quist left Dunholm. Nicole Quist rowed. Quist waved. Quist likes Dunholm. O.J. Quist rows.",
            "#OJQuist",
            "#NicoleQuist",
        ),
        ("Captain Jan Reyl left Dunholm. Reyl rows. Captain Jan Reyl likes Dunholm.", "#JanReyl", "#Reyl"),
        (
            "Majority Whip Tom Quist left Dunholm. Quist rows. Majority Whip Tom Quist likes Dunholm.",
            "#TomQuist",
            "#MajorityWhipTomQuist",
        ),
        (
            "Senate Minority Leader Tom Quist of Velland waved. Quist left Dunholm. Quist likes Dunholm.",
            "#TomQuist",
            "#TomQuistOfVelland",
        ),
        (
            "Quist won much. He shows the VKL Club World Cup Quist has at home. Quist waved, Quist left. Tom Quist "
            "likes Dunholm.",
            "#TomQuist",
            "#VKLClubWorldCupQuist",
        ),
        (
            "Tom Quist trusts the V.L. The Harbour Service trusts Tom Quist. In the V.L. The Harbour Service is known.",
            "#TomQuist",
            "#VLTheHarbourService",
        ),
        ("Tom Quist left Dunholm with Kate. Kate waved, and Tom Quist thanked Kate.", "#TomQuist", "#Kate"),
        (
            "Tom Quist told the Dunholm Herald of it. The Dunholm Herald rang Tom Quist again.",
            "#TomQuist",
            "#DunholmHerald",
        ),
        (
            "Tom Quist runs the Ferry and Harbour Authority. The Ferry and Harbour Authority is in Dunholm, he said.",
            "#TomQuist",
            "#HarbourAuthority",
        ),
        (
            "Tom Quist heads the Ministry of Ferries and the Sea. The Ministry of Ferries and the Sea is in Dunholm.",
            "#TomQuist",
            "#MinistryOfFerries",
        ),
        (
            "Tom Quist met mayor De Wexholm. They say that De Wexholm left. Tom Quist saw how De Wexholm waved.",
            "#TomQuist",
            "#Wexholm",
        ),
        ("Tom Quist of al-Wexholm left. The men of al Wexholm know Tom Quist.", "#TomQuist", "#Wexholm"),
        (
            "Tom Quist is a Velland Republican. Every Velland Republican likes Tom Quist.",
            "#TomQuist",
            "#VellandRepublican",
        ),
        (
            "Tom Quist is a Roman Catholic. Many Roman Catholics like Tom Quist, the Roman Catholic.",
            "#TomQuist",
            "#RomanCatholic",
        ),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_its_hashtag(text: str, right: str, never: str) -> None:
    found = tags(text)
    assert right in found
    assert never not in found


@pytest.mark.parametrize(
    ("before", "month", "name"),
    [("Voters chose in late", "June", "Brandt"), ("On a rainy", "April", "Quist"), ("Since early", "May", "Holm")],
)
def test_a_month_that_is_told_as_a_time_is_no_part_of_a_hashtag(before: str, month: str, name: str) -> None:
    text = f"{before} {month} {name} as head of Dunholm. {name} rows in Dunholm. The mayor of Dunholm met {name}."
    found = tags(text, name)
    assert f"#{name}" in found
    assert f"#{month}{name}" not in found


def test_a_publisher_that_the_title_names_may_be_a_hashtag() -> None:
    text = "The Dunholm Herald will close. Tom Quist founded the Dunholm Herald."
    assert "#DunholmHerald" in tags(text, "Dunholm Herald to close")


def test_a_last_name_leads_to_whom_the_text_names_most() -> None:
    text = (
        "Kate Lin Quist came to Dunholm. Quist spoke there. Quist was late. Tom Quist waved, and Tom Quist smiled. "
        "Quist left Dunholm, and Quist slept. Quist rows."
    )
    assert "#TomQuist" in tags(text)
    assert "#KateLinQuist" not in tags(text)


def test_a_last_name_behind_in_is_that_of_whom_the_text_names_in_full() -> None:
    text = "Buyers show interest in Quist. They saw the chance in Quist. Tom Quist left Dunholm. Tom Quist waved."
    assert "#TomQuist" in tags(text)


def test_a_place_is_not_called_by_somebody_named_in_passing_who_has_its_name() -> None:
    text = "Dunholm won in Quist. The team of Quist lost in Dunholm. Quist is a town near Dunholm. Tom Quist watched."
    assert "#TomQuist" not in tags(text)


@pytest.mark.parametrize(
    ("title", "text", "chosen", "not_chosen"),
    [
        ("Pope speaks", "Pope Francis spoke in Orlo. Pope Francis left Orlo at noon.", "#PopeFrancis", "#Francis"),
        ("(Orlo Radio) Ferry sinks off Mertin", "The ferry sank off Mertin, Orlo Radio says.", "#Mertin", "#OrloRadio"),
        (
            "Mertin Act passed",
            "Mertin has the Ships and Harbours Act. Few in Mertin like the Ships and Harbours Act.",
            "#Mertin",
            "#HarboursAct",
        ),
        ("Fire in Mertin", "It burnt in Quist Street 82 in Mertin. Quist Street 82 is old.", "#Mertin", "#QuistStreet"),
        ("Nancy Quist speaks", "Nancy Quist spoke. They rely on Nancy. Nancy Quist left.", "#NancyQuist", "#Nancy"),
        (
            "Harbour Party marches",
            "The Harbour Party marched in Mertin. " * 2 + "The Harbour Party won. The Harbour Party is old. "
            "Some of the Orlo Harbour Party came to Mertin.",
            "#HarbourParty",
            "#OrloHarbourParty",
        ),
        (
            "Ada Quist speaks",
            "Ada L. Quist spoke in Mertin. Quist left. Ada Quist lives in Mertin.",
            "#AdaQuist",
            "#AdaLQuist",
        ),
        (
            "Police talk",
            "ACP Raub Selamat of Mertin spoke. Raub Selamat left Mertin.",
            "#RaubSelamat",
            "#ACPRaubSelamat",
        ),
        (
            "Teen held",
            "A teen was held in Mertin. The teen lives in Mertin. The teen said nothing.",
            "#Mertin",
            "#Teen",
        ),
        (
            "Wexmart sued",
            "Wexmart was sued in Mertin. " * 4 + "All must live the Wexmart Way.",
            "#Wexmart",
            "#WexmartWay",
        ),
        ("Guest speaks", "Carla King spoke in Mertin. Ms King left. Carla King waved.", "#CarlaKing", "#Carla"),
        (
            "Storm nears",
            "Hurricane Nancy hit Mertin. The path of Nancy is long. Nancy grew.",
            "#HurricaneNancy",
            "#Nancy",
        ),
        ("Man held", "A man from Mertin, V.L. was held. Police of Mertin, V.L. said so.", "#Mertin", "#VL"),
        ("A video on Facebook shows Mertin", "It is on Facebook. Mertin has it on Facebook.", "#Mertin", "#Facebook"),
        ("Student sues", "John Doe sued the school in Mertin. John Doe lives in Mertin.", "#Mertin", "#JohnDoe"),
    ],
)
def test_a_name_is_as_whole_as_who_reads_it_knows_it(title: str, text: str, chosen: str, not_chosen: str) -> None:
    hashtags = tag(title, text, embedder=EMBEDDER).hashtags
    assert chosen in hashtags
    assert not_chosen not in hashtags
