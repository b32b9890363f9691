"""Every shipped pack is whole."""

from newsclip.language.pack import codes, pack


def test_every_pack_can_be_read():
    names = {pack(code).name for code in codes()}
    assert names >= {"English", "German", "French", "Spanish", "Italian", "Portuguese", "Dutch"}


def test_a_region_has_the_pack_of_its_language():
    assert pack("de-AT") is pack("de")


def test_what_names_no_pack_has_none():
    assert [pack(code) for code in ("", "d", "xx", "../packs/de", "DE")] == [None] * 5
