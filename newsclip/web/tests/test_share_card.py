"""The card that other sites show beside a link to a clip: what it says, how it is drawn, and how often."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from newsclip.web.drawing.card_picture import draw_card
from newsclip.web.drawing.lettering import can_draw, fit, font, prepared
from newsclip.web.drawing.share_card import SIZE, Proof, ShareCard
from newsclip.web.pages.clip_document import as_stored
from newsclip.web.pages.share_card import DrawnCards, card_of
from newsclip.web.tests import factories

HEADLINE = "Ferry aground off Marrow Point; all 212 aboard are safe"
QUOTATION = Proof("“The hull is sound”", "Piet Osgood, harbour master · Northern Ledger")


def card(headline: str = HEADLINE, *proofs: Proof, site: str = "Newsclip") -> ShareCard:
    return ShareCard(site, "news.example", "General", headline, "Reported by 3 publishers", proofs)


def picture(said: ShareCard) -> Image.Image:
    return Image.open(io.BytesIO(draw_card(said))).convert("RGB")


def shown(clip) -> ShareCard:
    reading = as_stored(clip)
    return card_of(clip, reading.document, reading)


# What it says


@pytest.mark.django_db
def test_a_card_says_headline_category_publishers_and_a_quotation_with_its_source():
    said = shown(factories.ferry())
    assert (said.headline, said.category, said.told) == (HEADLINE, "General", "Reported by 3 publishers")
    assert said.proofs[0] == Proof(
        "“We felt a long scrape, then the lights went, and the crew were calm throughout”",
        "Ilse Varga, a teacher · Marrow Harbour Times",
    )


@pytest.mark.django_db
def test_without_a_quotation_that_fits_it_shows_a_sentence_with_a_figure():
    proofs = shown(factories.ferry()).proofs
    quoted = [proof.words.startswith("“") for proof in proofs]
    assert quoted == sorted(quoted, reverse=True)
    assert "212" in proofs[quoted.count(True)].words


@pytest.mark.django_db
def test_a_quotation_of_few_words_comes_after_those_that_say_enough():
    clip = factories.ferry()
    reading = as_stored(clip)
    backwards = replace(reading, claims=(reading.claims[0], *reversed(reading.claims[1:])))
    first, second, *_ = card_of(clip, reading.document, backwards).proofs
    assert [len(proof.words) > 50 for proof in (first, second)] == [True, False]
    assert second.source == "Piet Osgood, harbour master · Northern Ledger"


@pytest.mark.django_db
def test_it_speaks_the_language_of_its_clip():
    clip = factories.ferry()
    clip.language = "de"
    assert shown(clip).told == "3 Medien berichten"
    clip.language = "sv"
    assert shown(clip).told == "Reported by 3 publishers"


@pytest.mark.django_db
def test_a_headline_in_our_words_says_so():
    clip = factories.ferry()
    clip.headline_judged = True
    said = shown(clip)
    assert said.headline.endswith("°")
    assert "° In our words" in said.told


@pytest.mark.django_db
def test_words_that_their_publisher_no_longer_lets_us_show_prove_nothing():
    clip = factories.ferry()
    factories.Revision.objects.filter(article__publisher__domain="harbourtimes.example").update(text="")
    assert not any("Marrow Harbour Times" in proof.source for proof in shown(clip).proofs)


# How it is drawn


def test_the_longest_headline_that_fits_is_as_wide_as_the_card_and_no_wider():
    for words in (HEADLINE, "Fog", "word " * 60, "Donaudampfschifffahrt" * 9):
        lettering = fit(prepared(words), (80, 60, 44), 1056, 380)
        assert lettering.height <= 380
        assert max(font(lettering.size).getlength(line) for line in lettering.lines) <= 1056
        if lettering.whole:
            assert "".join(lettering.lines).replace(" ", "") == words.replace(" ", "")


def test_what_fits_in_no_size_ends_with_dots():
    lettering = fit("word " * 100 + "end", (80, 44), 1056, 380)
    assert not lettering.whole
    assert lettering.lines[-1].endswith("…")


@pytest.mark.parametrize(
    "words",
    [HEADLINE, "Łódź, Ærø, Žďár, Ångström, São João", "Việt Nam: đê vỡ sau mưa lũ", "Паром сел на мель у мыса Марроу",
     "Πλοίο προσάραξε στο ακρωτήριο Μάροου", "“50 %” – 3 € · £4", "e\u0301te\u0301"],
)  # fmt: skip
def test_latin_with_its_accents_cyrillic_and_greek_have_their_letters(words):
    assert can_draw(prepared(words))
    assert picture(card(words)).tobytes() != picture(card("\U0010ffff")).tobytes()


@pytest.mark.parametrize(
    "words", ["نبأ عاجل", "חדשות", "新闻", "ニュース", "뉴스", "समाचार", "ข่าว", "Fog 🚢", "x\u0331\u0310y"]
)
def test_where_the_font_cannot_tell_it_the_mark_stands_in_its_place_and_no_box(words):
    assert not can_draw(prepared(words))
    drawn = picture(card(words))
    assert drawn.tobytes() == picture(card("")).tobytes()
    assert len(drawn.crop((300, 430, 900, 500)).getcolors()) > 1  # who tells it, below the mark


def test_a_card_without_headline_names_those_publishers_whose_names_it_can_draw():
    without = card("新闻")
    told = without._replace(publishers=("Northern Ledger", "新闻社", "Harbour Times"))
    assert picture(told).tobytes() != picture(without).tobytes()
    assert (
        picture(told).tobytes() == picture(without._replace(publishers=("Northern Ledger", "Harbour Times"))).tobytes()
    )
    many = picture(without._replace(publishers=("Northern Ledger",) * 40))
    assert many.crop((0, 480, 60, 520)).getcolors() == many.crop((0, 0, 60, 40)).getcolors()  # none runs over the edge


def test_a_site_whose_name_cannot_be_drawn_still_has_the_headline_on_its_cards():
    named = card(HEADLINE, site="ニュース")
    assert picture(named).tobytes() == picture(card(HEADLINE, site="")).tobytes()
    assert picture(named).tobytes() != picture(card("", site="ニュース")).tobytes()


def test_a_quotation_that_cannot_be_drawn_or_has_no_room_gives_way_to_the_next():
    drawn = picture(card(HEADLINE, QUOTATION)).tobytes()
    assert picture(card(HEADLINE, Proof("新闻", "x"), Proof("long words " * 50, "x"), QUOTATION)).tobytes() == drawn
    assert drawn != picture(card(HEADLINE)).tobytes()


def test_a_card_has_the_size_that_its_page_says():
    assert picture(card()).size == SIZE == (1200, 630)
    assert len(draw_card(card(HEADLINE, QUOTATION))) < 60_000


# How it is served


@pytest.mark.django_db
def test_the_card_is_a_png_that_any_site_may_show(client):
    answer = client.get(f"/c/{factories.ferry().slug}/card.png")
    assert Image.open(io.BytesIO(answer.content)).format == answer["Content-Type"].partition("/")[2].upper() == "PNG"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["Cache-Control"].startswith("public, max-age=")


@pytest.mark.django_db
def test_who_has_this_very_card_gets_none_until_the_clip_says_something_else(client):
    clip = factories.ferry()
    path = f"/c/{clip.slug}/card.png"
    etag = client.get(path)["ETag"]
    assert client.get(path, headers={"if-none-match": etag}).status_code == 304
    factories.Clip.objects.filter(pk=clip.pk).update(category="Health")
    answer = client.get(path, headers={"if-none-match": etag})
    assert answer.status_code == 200
    assert answer["ETag"] != etag


@pytest.mark.django_db
def test_no_card_is_drawn_for_what_is_no_longer_published(client):
    clip = factories.ferry()
    factories.Clip.objects.filter(pk=clip.pk).update(hidden=True)
    assert client.get(f"/c/{clip.slug}/card.png").status_code == 410
    assert client.get("/c/no-such-clip/card.png").status_code == 404


@pytest.mark.django_db
def test_the_card_of_a_clip_that_has_another_address_is_there(client):
    clip, other = factories.ferry(), factories.ferry(1)
    clip.story.merged_into = other.story
    clip.story.save()
    assert client.get(f"/c/{clip.slug}/card.png")["Location"] == f"/c/{other.slug}/card.png"


def test_a_card_is_drawn_once_and_what_is_kept_is_bounded():
    drawn = DrawnCards(room=60_000)
    first = drawn(card())
    assert drawn(card()) is first
    for number in range(9):
        drawn(card(f"Fog {number}"))
    assert drawn(card()) is not first
    assert drawn._kept.currsize <= 60_000


def test_a_digest_is_another_for_every_other_word():
    assert len({card().digest, card("Fog").digest, card(HEADLINE, QUOTATION).digest, card(site="Marrow").digest}) == 4
    assert card().digest == card()._replace().digest
