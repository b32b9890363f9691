import pytest

from newsclip.kernel.encryption import Cipher, UnreadableError


def test_what_was_encrypted_is_read_by_its_key_alone():
    kept = Cipher("one").encrypt("Straße 7")
    assert "Stra" not in kept
    assert Cipher("one").decrypt(kept) == "Straße 7"
    with pytest.raises(UnreadableError):
        Cipher("two").decrypt(kept)


def test_a_new_key_reads_what_the_former_one_wrote_and_writes_by_itself():
    former, both = Cipher("one"), Cipher("two", "one")
    assert both.decrypt(former.encrypt("x")) == "x"
    assert Cipher("two").decrypt(both.encrypt("x")) == "x"
    assert both.encrypt("x").startswith(both.begins)
    assert not former.encrypt("x").startswith(both.begins)


def test_the_same_words_are_never_encrypted_alike():
    assert len({Cipher("one").encrypt("x") for _ in range(100)}) == 100


@pytest.mark.parametrize("at", [-3, -20, 20])
def test_what_was_changed_is_not_read(at):
    kept = Cipher("one").encrypt("a long word")
    other = "A" if kept[at] != "A" else "B"
    changed = kept[:at] + other + kept[at + 1 :] if at > 0 else kept[:at] + other + kept[at:][1:]
    with pytest.raises(UnreadableError):
        Cipher("one").decrypt(changed)


@pytest.mark.parametrize("kept", ["", "encrypted:", "encrypted:ab:%%%", "encrypted:x", "words"])
def test_what_was_never_encrypted_is_not_read(kept):
    with pytest.raises(UnreadableError):
        Cipher("one").decrypt(kept)
