"""A small task whose answer is found by trying and checked at once (A. Back, Hashcash, 2002), by SHA-256."""

from hashlib import sha256

LONGEST = 20  # characters of an answer


def solves(task: str, answer: str, *, bits: int) -> bool:
    """Whether the digest of the task, a colon and the answer begins with so many zero bits."""
    if not answer or len(answer) > LONGEST:
        return False
    digest = int.from_bytes(sha256(f"{task}:{answer}".encode()).digest())
    return digest >> (256 - bits) == 0


def answer_to(task: str, *, bits: int) -> str:
    """What a browser finds: the first whole number that solves it, after 2^bits tries on average."""
    number = 0
    while not solves(task, str(number), bits=bits):
        number += 1
    return str(number)
