"""A language model as judge: whether passages bear a sentence for which no proof was found.

It is asked only behind the hard guards (evidence.verifier.hard_guards), and only with a licence: *this* model at *this*
endpoint has passed the exam. What it says is text of a stranger; anything but a plain yes is a no.
"""
