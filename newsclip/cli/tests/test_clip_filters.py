"""The filters write and verify: rows in, fields out, no database."""

import pytest

from newsclip.cli.filters import make
from newsclip.kernel.reasons import Refused
from newsclip.writing.tests.stories import BRIDGE, CROWD, HARBOUR

ARTICLES = [
    {
        "id": a.id,
        "title": a.title,
        "text": a.text,
        "url": a.url,
        "publisher": a.publisher,
        "published": str(a.published),
    }
    for a in (BRIDGE, CROWD)
]


@pytest.mark.slow
def test_a_written_clip_is_verified_and_a_changed_word_is_found() -> None:
    clip = make("write")({"id": 1, "articles": ARTICLES})["clip"]
    verify = make("verify")
    assert verify({"id": 1, "articles": ARTICLES, "clip": clip})["supported"]
    first = clip["summary"]["sentences"][0]
    first["text"] = first["text"].replace("Orlo", "Arlo")
    clip["summary"]["text"] = clip["summary"]["text"].replace("Orlo", "Arlo", 1)
    told = verify({"id": 1, "articles": ARTICLES, "clip": clip})
    assert not told["supported"]
    assert [s["reason"] for s in told["sentences"] if not s["supported"]] == [
        {
            "code": "says_instead",
            "params": {"said": "Arlo", "held": "Orlo"},
            "text": "It says “Arlo”, but the passage says “Orlo”.",
        }
    ]


def test_what_the_json_says_beside_its_sentences_is_judged_too() -> None:
    clip = make("write")({"id": 1, "articles": ARTICLES})["clip"]
    for lie in ({"summary": clip["summary"] | {"text": "The bridge fell down."}}, {"verdict": "All true."}):
        told = make("verify")({"id": 1, "articles": ARTICLES, "clip": clip | lie})
        refused = [sentence["reason"]["text"] for sentence in told["sentences"] if not sentence["supported"]]
        assert refused == [f"“{next(iter(lie))}” does not say what the clip's sentences say."]


def test_the_digest_is_derived_anew_over_everything_the_clip_says() -> None:
    clip = make("write")({"id": 1, "articles": ARTICLES})["clip"]
    verify = make("verify")
    assert verify({"id": 1, "articles": ARTICLES, "clip": clip})["sealed"]
    for changed in ({"hashtags": ["#Else"]}, {"summary": clip["summary"] | {"text": "Else."}}, {"reports": 1.5}):
        assert not verify({"id": 1, "articles": ARTICLES, "clip": clip | changed})["sealed"]


def test_a_claim_is_verified_without_a_clip() -> None:
    verify = make("verify")
    assert verify({"id": 1, "source": HARBOUR, "claim": "The bridge cost 212 million crowns."})["supported"]
    assert not verify({"id": 1, "source": HARBOUR, "claim": "The bridge cost 90 million crowns."})["supported"]


LINE = "The Velm Bridge closed at 9 on Monday, the mayor of Orlo said."
HOLM = "Ada Holm opened the ferry terminal. She thanked the crew of the ferry."
ONE = {"id": 1, "language": "en", "articles": [{"id": "a", "text": LINE, "language": "en"}, {"id": "b", "text": HOLM}]}


def of_one(text: str, article: str = "a", start: int = 0, end: int = len(LINE), **more: object) -> dict[str, object]:
    evidence = [{"article": article, "start": start, "end": end}]
    return ONE | {"sentence": {"text": text, "place": "paragraph", "evidence": evidence}} | more


def test_one_sentence_is_verified_on_the_passages_that_it_cites():
    verify = make("verify")
    told = verify(of_one(LINE))
    assert (told["supported"], told["basis"], told["edits"], told["reason"]) == (True, "exact", [], None)
    told = verify(of_one(LINE.replace("Monday", "Tuesday")))
    assert (told["supported"], told["basis"], told["edits"]) == (False, None, [])
    assert told["reason"]["code"] == "date_instead"
    assert told["reason"]["text"]


@pytest.mark.slow
def test_one_sentence_in_other_words_stands_by_a_proof_that_is_told():
    verify = make("verify")
    told = verify(of_one("On Monday the Velm Bridge closed at 9, according to the mayor of Orlo."))
    assert (told["supported"], told["basis"], told["reason"]) == (True, "edited", None)
    assert "words reordered" in told["edits"]
    assert [step["edit"] for step in told["chain"]] == told["edits"]
    assert all(step["done"] and step["asked"] for step in told["chain"])
    told = verify(of_one("The Velm Bridge closed the mayor of Orlo at 9."))
    assert (told["supported"], told["edits"]) == (False, [])


def test_a_heading_may_be_a_phrase_of_its_passage_and_another_sentence_may_not():
    verify = make("verify")
    paragraph = of_one("Velm Bridge")
    assert not verify(paragraph)["supported"]
    said = paragraph["sentence"]
    assert isinstance(said, dict)
    assert verify(paragraph | {"sentence": said | {"place": "heading"}})["supported"]


def test_a_pronoun_means_whom_the_texts_before_name():
    verify, she = make("verify"), "She thanked the crew of the ferry."
    row = of_one(she, "b", HOLM.index(she), len(HOLM))
    assert verify(row | {"before": ["Ada Holm opened the ferry terminal."]})["supported"]
    told = verify(row | {"before": ["Ilse Quist opened the ferry terminal."]})
    assert told["reason"]["code"] == "antecedent_other"


@pytest.mark.parametrize(
    "row",
    [
        of_one(LINE, "z"),
        of_one(LINE, end=1000),
        of_one(LINE, start=5, end=5),
        of_one(LINE, start=-1),
        of_one("x" * 1201),
        of_one(LINE, before="He"),
        of_one(LINE, before=[1]),
        ONE | {"sentence": LINE},
        ONE | {"sentence": {"text": LINE}},
        ONE | {"sentence": {"text": LINE, "evidence": []}},
        ONE | {"sentence": {"text": LINE, "evidence": ["a"]}},
        ONE | {"sentence": {"text": LINE, "evidence": [{"article": "a", "start": "0", "end": 5}]}},
        ONE | {"sentence": {"text": LINE, "evidence": [{"article": "a", "start": 0, "end": 5}] * 13}},
        {"id": 1, "sentence": {"text": LINE}},
    ],
)
def test_one_sentence_with_passages_that_are_none_is_a_bad_row(row: dict[str, object]):
    with pytest.raises(Refused) as refused:
        make("verify")(row)
    assert refused.value.code == "bad_row"


@pytest.mark.parametrize(
    "row",
    [
        {"id": 1},
        {"id": 1, "articles": []},
        {"id": 1, "articles": [{"title": "no text"}]},
        {"id": 1, "articles": [{"text": "x", "published": "soon"}]},
        {"id": 1, "articles": [{"text": "x", "revision": "first"}]},
    ],
)
def test_a_row_without_articles_is_a_bad_row(row: dict[str, object]) -> None:
    with pytest.raises(Refused) as refused:
        make("write")(row)
    assert refused.value.code == "bad_row"


@pytest.mark.parametrize("row", [{"id": 1}, {"id": 1, "claim": "x"}, {"id": 1, "clip": {}, "articles": ARTICLES}])
def test_a_row_without_clip_or_claim_is_a_bad_row(row: dict[str, object]) -> None:
    with pytest.raises(Refused) as refused:
        make("verify")(row)
    assert refused.value.code == "bad_row"
