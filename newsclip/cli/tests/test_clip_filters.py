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
            "text": "Says “Arlo”, the passage says “Orlo”.",
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
