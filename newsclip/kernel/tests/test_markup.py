from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsclip.kernel.markup import fit_for_xml


@given(st.text())
def test_an_xml_document_can_hold_what_is_left(text):
    fit = fit_for_xml(text)
    element = etree.Element("title")
    element.text = fit
    assert etree.fromstring(etree.tostring(element)).text in (fit, None)


def test_letters_signs_and_lines_stay_as_they_are():
    assert fit_for_xml("Zoë\tfährt 🚢\nnach Χαλκίδα \u202e") == "Zoë\tfährt 🚢\nnach Χαλκίδα \u202e"
