"""The clip document: its JSON form, its digest, its names."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from newsclip.evidence import serialization
from newsclip.evidence.tests.documents import a_document
from newsclip.kernel.reasons import Refused, message

SCHEMA = json.loads((Path(__file__).parents[3] / "docs/reference/clip.schema.json").read_text())


def test_a_document_survives_its_json_form() -> None:
    sealed = serialization.seal(a_document())
    assert serialization.from_json(json.loads(json.dumps(serialization.to_json(sealed)))) == sealed


def test_the_type_of_a_section_is_kept_and_an_older_document_has_none() -> None:
    document = a_document()
    typed = replace(document, sections=(document.sections[0], replace(document.sections[1], type="what_it_costs")))
    body = serialization.to_json(typed)
    jsonschema.validate(body, SCHEMA)
    assert serialization.from_json(body) == typed
    assert "type" not in serialization.to_json(document)["sections"][1]


def test_a_document_is_what_the_schema_says() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(serialization.to_json(serialization.seal(a_document())), SCHEMA)


def test_a_document_of_an_earlier_version_keeps_its_reasons_in_words_and_its_seal() -> None:
    body = serialization.to_json(a_document())
    body["receipt"]["refused"] = [{"sentence": "The bridge cost 12.", "reason": "Says “12”."}]
    read = serialization.from_json(body)
    assert [message(one.reason) for one in read.receipt.refused] == ["Says “12”."]
    assert serialization.to_json(read) == body
    jsonschema.validate(body, SCHEMA)


def test_a_seal_breaks_when_a_word_changes() -> None:
    sealed = serialization.seal(a_document())
    assert serialization.sealed(sealed)
    assert not serialization.sealed(replace(sealed, category="World"))


def test_the_same_content_has_the_same_digest() -> None:
    assert serialization.seal(a_document()).digest == serialization.seal(a_document()).digest


@pytest.mark.parametrize("body", [{}, {"schema": "newsclip/clip/1"}, {"schema": "other"}])
def test_what_is_no_clip_is_refused_as_a_bad_row(body: dict[str, str]) -> None:
    with pytest.raises(Refused) as refused:
        serialization.from_json(body)
    assert refused.value.code == "bad_row"


def test_a_clip_of_another_schema_is_not_read_as_one_of_ours() -> None:
    with pytest.raises(Refused) as refused:
        serialization.from_json(serialization.to_json(a_document()) | {"schema": "newsclip/clip/99"})
    assert refused.value.code == "bad_row"


def test_a_sentence_without_evidence_cannot_be_read() -> None:
    body = serialization.to_json(a_document())
    body["headline"]["evidence"] = []
    with pytest.raises(Refused):
        serialization.from_json(body)
