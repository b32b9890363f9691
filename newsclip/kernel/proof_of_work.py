"""Proof of work by SHA-256: found by trying, checked at once (A. Back, Hashcash, 2002)."""

from hashlib import sha256

LONGEST = 20  # characters of an answer


def solves(task: str, answer: str, *, bits: int) -> bool:
    """Whether the digest of task, colon and answer begins with at least `bits` zero bits."""
    if not answer or len(answer) > LONGEST:
        return False
    digest = int.from_bytes(sha256(f"{task}:{answer}".encode()).digest())
    return digest >> (256 - bits) == 0
