"""Whose report a text is by its authors and its credit lines: an agency's customer never told it first."""

import pytest

from newsclip.language.agency_credits import EDGE
from newsclip.language.news_agencies import AGENCIES, SITES
from newsclip.stories.rules.first_telling import beginning
from newsclip.stories.tests.test_first_telling import GAZETTE, LANTERN, MAIL, POST, at, told

TEXT = "The council of Velmora closed the old bridge on Wednesday."
AUTHORS = {
    "AFP": "AFP", "dpa": "dpa", "DPA": "dpa", "Associated Press": "AP", "The Associated Press": "AP", "By AP": "AP",
    "Reuters Staff": "Reuters", "Deutsche Presse-Agentur": "dpa", "Deutsche Presse-Agentur (dpa)": "dpa",
    "Agence France-Presse in Orlo": "AFP", "Ansel Brandt, AFP": "AFP", "Ansel Brandt (AP)": "AP",
    "Ansel Brandt and Reuters": "Reuters", "Ansel Brandt | EFE": "EFE", "dpa/lby": "dpa", "jad/dpa": "dpa",
    "Von dpa": "dpa", "Agencia EFE": "EFE", "Agência Lusa": "Lusa", "l'AFP": "AFP", "PAP": "PAP", "TT": "TT",
    "Anadolu/AA": "AA", "Anadolu": "AA", "Anadolu Agency": "AA", "Jiji Press": "Jiji", "JIJI": "Jiji", "KCNA": "KCNA",
    "Tribune News Service": "TNS", "Qatar News Agency (QNA)": "Qatar News Agency", "Ukrinform": "Ukrinform",
    "Staff and wire reports": "agency", "Staff and wire services": "agency", "From wire reports": "agency",
    "Wire Service Reports": "agency", "News Wires": "agency", "Our correspondent and agencies": "agency",
    "Agencias": "agency", "Staff and agencies": "agency", "Redaktion/Agenturen": "agency", "dpa-AFX": "dpa",
}  # fmt: skip
ENDS = {
    "Von dpa": "dpa", "Quelle: dpa": "dpa", "Text: dpa": "dpa", "(dpa/afp)": "dpa", "(dpa/lby)": "dpa",
    "(red/APA)": "APA", "© 2026 AFP": "AFP", "(c) 2026 AFP": "AFP", "© AFP 2026": "AFP",
    "Copyright 2026 The Associated Press. All rights reserved.": "AP",
    "© dpa-infocom, dpa:260304-930-123456/1": "dpa", "With material from dpa": "dpa",
    "With reporting by AFP and Reuters.": "AFP", "AFP contributed to this report.": "AFP", "Source: AFP": "AFP",
    "Source: Agence France-Presse": "AFP", "By Ansel Brandt, AFP": "AFP", "Mit Informationen der dpa": "dpa",
    "Mit Material von dpa": "dpa", "Mit Material der Nachrichtenagentur dpa": "dpa", "Mit Agenturen": "agency",
    "Con información de EFE": "EFE", "Fuente: Agencias": "agency", "Source : AFP": "AFP", "Avec l’AFP": "AFP",
    "Avec des informations de l’AFP": "AFP", "Fonte: ANSA": "ANSA", "Fonte: Ansa": "ANSA",
    "Com informações da Lusa": "Lusa", "Bron: ANP": "ANP", "Met informatie van Belga": "Belga",
    "Staff and wire reports": "agency", "Compiled from wire reports.": "agency",
    "From staff and wire reports": "agency",
    "From wire services": "agency", "(AA)": "AA", "Source: Anadolu Agency": "AA", "Jiji Press": "Jiji",
    "With reporting from wire services": "agency", "— Agencies": "agency", "Red./Agenturen": "agency",
    "Źródło: PAP": "PAP", "Källa: TT": "TT", "(PAP)": "PAP",
}  # fmt: skip
# A person or a firm, a picture, a story about an agency.
NO_AUTHORS = [
    "Ansa",
    "Ansa Berg",
    "Sana",
    "Sid Holm",
    "Reuters Berg",
    "AFPD",
    "Apa Lind",
    "Ap Berg, Velmora",
    "Efe Holm",
]
NO_ENDS = [
    "Von dpa-Infocom-Chef Ansel Brandt", "Von Ansa", "By Ansa", "By Ansa Berg", "By the chief of AFP",
    "AFP will move to Velmora.", "The head of AFP, Ansel Brandt, resigned.", "Orlo buys AFP", "Photo: AFP", "Foto: dpa",
    "Bild: dpa/Holm", "The pupils passed their AP exams.", "He reads dpa and Reuters", "The bridge belongs to TT",
]  # fmt: skip


def _is_from(**credit):
    """Whose the earlier of two reports is, and who is said to have been first."""
    tellings = [told(LANTERN, at(9), report=1, **credit), told(POST, at(10), report=2)]
    found = beginning(tellings)
    return found.agencies.get(1, ""), next((one.publisher for one in tellings if one.article == found.first), "")


@pytest.mark.parametrize("author", AUTHORS)
def test_an_author_that_is_an_agency_makes_the_report_the_agency_s(author):
    assert _is_from(by=author) == (AUTHORS[author], "")


@pytest.mark.parametrize("line", ENDS)
@pytest.mark.parametrize("written", ["The bridge is closed.\n\n{}", "The bridge is closed. {}"], ids=["line", "words"])
def test_a_credit_at_the_end_makes_the_report_the_agency_s(line, written):
    assert _is_from(tail=written.format(line)) == (ENDS[line], "")


@pytest.mark.parametrize("line", ["Von dpa", "By Agence France-Presse", "Source : AFP", "VELMORA (dpa/lby) –"])
def test_a_credit_above_the_text_makes_the_report_the_agency_s(line):
    assert _is_from(head=f"{line}\nThe bridge is closed.")[1] == ""


@pytest.mark.parametrize("author", NO_AUTHORS)
def test_who_is_called_almost_as_an_agency_is_a_person(author):
    assert _is_from(by=author) == ("", LANTERN)


@pytest.mark.parametrize("line", NO_ENDS)
def test_words_that_name_an_agency_and_credit_none_leave_the_report_its_publisher_s(line):
    assert _is_from(tail=f"The bridge is closed.\n{line}") == ("", LANTERN)


def test_a_sentence_that_is_cut_at_the_edge_of_the_words_looked_at_is_no_credit():
    told_on = "AFP. " + "The bridge is closed for good. " * 9
    assert _is_from(tail=told_on[: EDGE - 1])[0] == "AFP"
    assert _is_from(tail=told_on[:EDGE]) == ("", LANTERN)


@pytest.mark.parametrize("agency", ["Agence France-Presse", "AFP", "The AFP", "AFP News", "afp.com", "www.afp.com"])
def test_an_agency_that_is_followed_here_is_the_source_of_what_its_customers_sign_with_it(agency):
    wire = told(agency, at(10), report=1)
    found = beginning([told(LANTERN, at(9), report=1, by="AFP"), wire])
    assert (found.first, found.why, found.agencies) == (wire.article, "credit", {})


@pytest.mark.parametrize(
    ("sign", "publisher"),
    [
        ("AP", "ap.blogs.example"), ("AP", "ap.example"), ("AP", "blog.apnews.com.example"), ("AP", "Ap"),
        ("AP", "AP Motors"), ("TT", "tt.com"), ("PA", "pa.gov"), ("SID", "sid.example.org"), ("SID", "Sid"),
        ("dpa", "dpa.example"), ("Reuters", "reuters.com.example"), ("PAP", "Pap News"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", ["by", "head", "tail"])
def test_who_only_has_a_host_or_a_name_like_an_agency_s_is_not_the_source_of_its_texts(sign, publisher, where):
    text = {"head": f"{sign}\n{TEXT}", "tail": f"{TEXT}\n{sign}", "by": sign}
    earlier = told(GAZETTE, at(8), report=1, **{where: text[where]})
    found = beginning([earlier, told(publisher, at(13), report=1)])
    assert (found.first, found.why, found.agencies) == (None, "agency", {1: sign})


@pytest.mark.parametrize(
    ("sign", "site"),
    [("Reuters", "reuters.com"), ("AP", "apnews.com"), ("AFP", "afp.com"), ("dpa", "dpa.com"), ("TT", "tt.se")],
)
def test_an_agency_is_known_by_its_own_site(sign, site):
    wire = told(site, at(13), report=1)
    assert beginning([told(GAZETTE, at(8), report=1, by=sign), wire]).first == wire.article


def test_only_agencies_that_others_credit_have_sites():
    assert {one.sign for one in AGENCIES} >= SITES.keys()


def test_an_agency_s_own_sign_on_its_own_report_is_no_other_s():
    wire, post = told("Reuters", at(9), report=1, by="Reuters Staff"), told(POST, at(10), report=2)
    assert beginning([wire, post]).first == wire.article


def test_who_copies_an_agency_s_customer_does_not_make_it_the_source():
    lantern = told(LANTERN, at(9), report=1, by="AFP")
    found = beginning([lantern, told(POST, at(10), report=1, tail="First published by Velmora Lantern.")])
    assert (found.first, found.leads, found.agencies) == (None, {1: None}, {1: "AFP"})


def test_two_customers_of_one_agency_copied_neither_from_the_other():
    found = beginning([told(LANTERN, at(9), report=1, by="dpa"), told(MAIL, at(10), report=1, tail="Quelle: dpa")])
    assert (found.first, found.leads, found.agencies) == (None, {1: None}, {1: "dpa"})
