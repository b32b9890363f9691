"""The publisher's section votes first; then themes, one explainable model and descriptions decide."""

import json
from dataclasses import replace

import pytest

from newsclip.adapters.embedded.static_vectors import StaticVectors
from newsclip.adapters.embedded.taxonomy import read_taxonomy
from newsclip.evidence import verifier
from newsclip.writing.extractive import write
from newsclip.writing.ports import Assigned
from newsclip.writing.tags import tag
from newsclip.writing.tags.articles import Article
from newsclip.writing.tags.categories import Categorised, categorise, general_if_unsure, with_finer, without_unsaid
from newsclip.writing.tags.model import FILE, category_model
from newsclip.writing.tags.taxonomy import TAXONOMY, Category, taxonomy_from, voted
from newsclip.writing.tests.stories import BRIDGE, MARK, embed

EMBEDDER = StaticVectors()
MATCH = "Dunholm striker Tom Arrow scored twice as his team won the league match and the coach cheered."
TRAM = (
    "A tram crash in Dunholm injured six people. The tram derailed and hit a wall, and firefighters freed the driver."
)
RAIN = (
    "The river burst its banks in Kelmouth after heavy rain. Floodwater stood in 40 houses, and people were evacuated."
)
ARREST = "Police in Dunholm arrested a man of 40 on Monday. He is in custody and charged with robbery."
VERDICT = "A jury found Tom Arrow guilty of fraud. The judge sentenced him to four years in prison."
VOTE = (
    "The city council elected Ada Quist mayor. The opposition leader and other councillors of Dunholm voted for her. "
    "The coalition has no majority in the parliament."
)
TROOPS = "Troops shelled the border town of Orlo. The ceasefire failed, and the police arrested two rebels."
CLINIC = "Doctors at the Dunholm hospital treat patients with a new vaccine against the disease, the clinic's medicine."


def told(text: str, *, taxonomy: tuple[Category, ...] = TAXONOMY, **given: str) -> Categorised:
    return categorise(Article("", text, **given), embedder=EMBEDDER, taxonomy=taxonomy)


def test_the_model_knows_a_match_from_a_market() -> None:
    assert told(MATCH).category == "Sports"
    assert told("Shares of the Norvale bank fell as the company cut its profit forecast.").category == "Business"


@pytest.mark.parametrize(
    ("text", "category"),
    [
        (TRAM, "Disasters & Accidents"), (RAIN, "Disasters & Accidents"), (ARREST, "Crime & Law"),
        (VERDICT, "Crime & Law"), (VOTE, "Politics"),
        ("The ceasefire in Velland failed. Troops shelled the frontline, and rebels fled.", "World"),
    ],
)  # fmt: skip
def test_the_words_of_its_themes_tell_an_articles_category(text: str, category: str) -> None:
    assert told(text).category == category


@pytest.mark.parametrize(
    ("best", "finer", "weights", "category"),
    [
        ("World", "Politics", {"Politics": 6.0, "World": 5.0}, "Politics"),
        ("World", "Politics", {"Politics": 4.0, "World": 5.0}, "World"),
        ("World", "Politics", {"Politics": 2.0}, "World"),
        ("World", "Crime & Law", {"Crime & Law": 16.0, "World": 3.0}, "World"),
        ("Technology", "Crime & Law", {"Crime & Law": 6.0, "Technology": 5.0}, "Crime & Law"),
        ("Technology", "Politics", {"Politics": 6.0, "Technology": 5.0}, "Technology"),
        ("Technology", "Politics", {"Politics": 16.0, "Technology": 5.0}, "Politics"),
        ("Sports", "Politics", {"Politics": 16.0}, "Sports"),
        ("Technology", "Business", {"Business": 16.0}, "Technology"),
    ],
)
def test_a_coarse_category_gives_way_to_a_finer_one_that_the_themes_speak_of(
    best: str, finer: str, weights: dict[str, float], category: str
) -> None:
    scores = with_finer({"General": 0.1, best: 0.5, finer: 0.4}, weights)
    assert max(scores, key=lambda name: scores[name]) == category
    assert sum(scores.values()) == pytest.approx(1)


def test_a_category_far_behind_takes_no_coarse_ones_place() -> None:
    scores = with_finer({"World": 0.8, "Politics": 0.2}, {"Politics": 30.0})
    assert scores == {"World": 0.8, "Politics": 0.2}


@pytest.mark.parametrize(
    ("told_", "category"),
    [
        ({"Business": 5.0, "Crime & Law": 2.0}, "Business"),
        ({"Business": 2.0, "Crime & Law": 5.0}, "Crime & Law"),
        ({"Politics": 13.0, "Business": 4.0, "Crime & Law": 2.0}, "Politics"),
        (None, "Crime & Law"),
    ],
)
def test_a_clip_says_itself_what_is_finer(told_: dict[str, float] | None, category: str) -> None:
    weights = {"Business": 4.0, "Crime & Law": 5.0, "Politics": 10.0}
    scores = with_finer({"Business": 0.4, "Politics": 0.3, "Crime & Law": 0.25}, weights, told_)
    assert max(scores, key=lambda name: scores[name]) == category


def test_a_page_of_the_world_tells_where_and_yields_to_what() -> None:
    assert told(f"{VERDICT} {VERDICT}", section="World").category == "Crime & Law"
    assert told("Der Hafen schließt am Abend.", language="de", section="World").category == "World"


def test_crocodiles_are_a_matter_of_the_environment_and_coal_one_of_business() -> None:
    farm = "The crocodiles left the farm. A crocodile swims far. The farm bred crocodiles, and the crocodile bites."
    assert told(farm).category == "Environment"
    coal = "Coal imports rose. Tonnes of coal came by sea. Coal-fired plants ran all day. Coal imports help."
    assert "#Coal" in tag("Coal imports rise", coal, embedder=EMBEDDER).hashtags


def test_no_theme_takes_the_place_of_a_category_that_a_publisher_names() -> None:
    text = "Senators of both parties debate the bill. The senator who wrote the bill left, and a senator slept."
    assert tag("", text, embedder=EMBEDDER, section="World").category == "World"


def test_a_theme_in_passing_does_not_outweigh_the_match() -> None:
    assert told(f"{MATCH} The striker was late, as a car crash had closed the road.").category == "Sports"


def test_themes_vote_for_no_category_that_an_operator_did_not_choose() -> None:
    taxonomy = taxonomy_from('Sports = "sport, match, goal"\nHarbour = "ships, ferries, port"')
    assert {name for name, _ in told(VERDICT, taxonomy=taxonomy).scores} == {"General", "Sports", "Harbour"}


def test_the_model_names_the_words_that_spoke_for_it() -> None:
    assert set(told(MATCH).reasons) & {"coach", "leagu", "striker", "match", "team", "score"}


def test_a_category_that_nobody_trained_is_known_by_its_description() -> None:
    assert told(CLINIC).category == "Health"


def test_a_category_that_an_operator_describes_is_used() -> None:
    gardens = Category("Gardens", "garden, roses, soil, seeds, plants, pruning, compost, flower beds")
    text = "Prune roses in March, feed the soil with compost and sow seeds for the flower beds."
    found = told(text, taxonomy=(*TAXONOMY, gardens))
    assert found.category == "Gardens"


@pytest.mark.parametrize(
    ("given", "category", "by"),
    [
        ({"section": "Sport"}, "Sports", "section"),
        ({"url": "https://post.example/politics/2026/pier.html"}, "Politics", "address"),
        ({"section": "Crime"}, "Crime & Law", "section"),
        ({"section": "Climate", "url": "https://post.example/sport/x"}, "Environment", "section"),
        ({"url": "https://post.example/politics"}, "Business", "model"),
    ],
)
def test_the_publishers_section_and_address_vote_first(given: dict[str, str], category: str, by: str) -> None:
    found = told("Shares of the Norvale bank fell as the company cut its profit forecast.", **given)
    assert (found.category, found.by) == (category, by)


def test_what_is_not_english_and_says_little_is_judged_by_the_publisher_alone() -> None:
    assert told("Der Hafen schließt am Abend.", language="de").category == "General"
    assert told("Der Hafen schließt am Abend.", language="de", section="Wirtschaft").category == "Business"


@pytest.mark.parametrize(
    ("weights", "category", "by"),
    [
        ({"Politics": 8.0, "Business": 3.0}, "Politics", "themes"),
        ({"Politics": 4.0}, "General", "themes"),
        ({"Business": 5.0}, "General", "themes"),
        ({"Politics": 8.0, "General": 6.0}, "General", "themes"),
        ({"Harbour": 8.0}, "General", "none"),
    ],
)
def test_without_a_model_the_themes_decide_where_enough_is_said_of_them(
    weights: dict[str, float], category: str, by: str
) -> None:
    article = Article("Der Hafen", "Der Hafen schließt am Abend.", language="de")
    found = categorise(article, embedder=EMBEDDER, weights=weights)
    assert (found.category, found.by) == (category, by)


@pytest.mark.parametrize(
    ("technology", "weights", "category"),
    [
        (0.4, {"Culture": 2.0}, "Culture"),  # an obituary of a painter's model
        (0.4, {"Culture": 2.0, "Technology": 1.0}, "Technology"),
        (0.6, {"Culture": 2.0}, "Technology"),  # the model is sure
        (0.4, {}, "Technology"),  # too little is said
    ],
)
def test_unsure_technology_that_no_theme_tells_gives_way(
    technology: float, weights: dict[str, float], category: str
) -> None:
    scores = without_unsaid({"Technology": technology, "Science": 0.2, "Culture": 0.25}, weights)
    assert max(scores, key=lambda name: scores[name]) == category
    assert sum(scores.values()) == pytest.approx(technology + 0.45)


@pytest.mark.parametrize(
    ("sports", "weights", "category"),
    [(0.2, {}, "General"), (0.2, {"Sports": 1.0}, "Sports"), (0.3, {}, "Sports")],
    ids=["hardly, and unsaid", "said", "surer"],
)
def test_what_the_model_alone_chose_and_hardly_is_general(
    sports: float, weights: dict[str, float], category: str
) -> None:
    scores = general_if_unsure({"Sports": sports, "Disasters & Accidents": 0.17, "General": 0.16}, weights)
    assert max(scores, key=lambda name: scores[name]) == category


@pytest.mark.parametrize("section", ["", "Home", "News", "12", "General"])
def test_a_section_that_names_no_category_does_not_vote(section: str) -> None:
    assert voted(section) == ""


def test_the_shipped_model_is_small_holds_no_pickle_and_has_its_receipt() -> None:
    receipt = json.loads(FILE.with_suffix(".receipt.json").read_text())
    assert FILE.stat().st_size == receipt["bytes"] < 2_000_000
    assert set(category_model().categories) == set(receipt["categories"])
    assert min(receipt["accuracy_on_held_out"].values()) > 0.86
    assert all("commercial" in receipt["terms_of_use"][name] for name in receipt["data"])


@pytest.mark.parametrize(
    "text",
    [
        "Two people died in a crash on the road to Dunholm and were taken to hospital, the police said.",
        "Officers seized 3 kg of heroin and other drugs from a lorry at the border; two men were arrested.",
    ],
)
def test_a_crash_or_a_smuggler_is_no_matter_of_health(text: str) -> None:
    assert told(text).category != "Health"


def test_an_operator_writes_categories_in_a_small_file() -> None:
    taxonomy = taxonomy_from('Harbour = "ships, ferries, port, fishing"\nSports = "sport, match, goal"')
    assert [category.name for category in taxonomy] == ["General", "Harbour", "Sports"]
    assert voted("Football", taxonomy) == "Sports"
    assert told("The ferries left the port with the fishing ships.", taxonomy=taxonomy).category == "Harbour"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Harbour ships", "no TOML"),
        ("", "names no category"),
        ("Harbour = 3", "'Harbour' has no description"),
        ('Harbour = " "', "'Harbour' has no description"),
        ('Harbour = "ships"\nharbour = "ferries"', "there twice"),
        ('" " = "ships"', "' ' is empty"),
    ],
)
def test_a_file_of_categories_that_is_not_so_says_what_to_write(text: str, why: str) -> None:
    with pytest.raises(ValueError, match="Write a line a category") as wrong:
        taxonomy_from(text)
    assert why in str(wrong.value)


def test_a_clip_takes_its_category_from_the_operators_own() -> None:
    taxonomy = taxonomy_from('Harbour = "ships, ferries, port, fishing, bridge"\nSports = "sport, match, goal"')
    given = Assigned("c1", "1", "", 1, (replace(BRIDGE, section="Harbour"),))
    assert write(given, embedder=embed, judge=verifier, mark=MARK, taxonomy=taxonomy).category == "Harbour"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("nowhere.toml", "No such file or directory. Name a file that can be read"),
        (".", "Is a directory. Name a file"),
        ("picture.toml", "no text in UTF-8. Save it as such"),
        ("table.toml", "'Harbour' has no description in quotation marks. Write a line a category"),
    ],
)
def test_a_file_of_categories_that_cannot_be_used_is_named_with_what_is_wrong_and_what_to_do(tmp_path, name, why):
    (tmp_path / "picture.toml").write_bytes(b"\x89PNG\xff")
    (tmp_path / "table.toml").write_text('[Harbour]\nsays = "ships"')
    with pytest.raises(SystemExit) as told:
        read_taxonomy(tmp_path / name)
    assert str(told.value).startswith(f"NEWSCLIP_CATEGORIES: {tmp_path / name} cannot be used: ")
    assert why in str(told.value)
    assert "this filter reads" not in str(told.value)


def test_a_file_of_categories_may_begin_as_some_editors_begin_it(tmp_path):
    (tmp_path / "own.toml").write_text('Harbour = "ships, ferries"', encoding="utf-8-sig")
    assert [category.name for category in read_taxonomy(tmp_path / "own.toml")] == ["General", "Harbour"]


@pytest.mark.parametrize(("text", "category"), [(TRAM, "Disasters & Accidents"), (TROOPS, "World")])
def test_a_page_of_the_world_says_where_and_an_accident_what(text: str, category: str) -> None:
    article_ = tag("", text * 2, embedder=EMBEDDER, url="https://post.example/world/1")
    assert article_.category == category


@pytest.mark.parametrize(("said", "best"), [(0.0, "General"), (2.0, "Disasters & Accidents")])
def test_what_is_only_a_little_like_a_description_is_general(said: float, best: str) -> None:
    scores = general_if_unsure({"Disasters & Accidents": 0.27, "General": 0.16}, {"Disasters & Accidents": said})
    assert max(scores, key=scores.__getitem__) == best
