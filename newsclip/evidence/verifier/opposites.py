"""English words that say the contrary of each other, in the forms that news uses."""

_PAIRS = """
    rise fall, rose fell, increase decrease, increased decreased, gain lose, gained lost, win lose, won lost, open
    close, opened closed, accept reject, accepted rejected, more fewer, more less, high low, higher lower, highest
    lowest, largest smallest, biggest smallest, first last, approve reject, approved rejected, begin end, began
    ended, start stop, started stopped, above below, agree refuse, agreed refused, agreed declined, buy sell, bought
    sold, arrive leave, old young, older younger, north south, east west, northern southern, eastern western, strong
    weak, good bad, best worst, better worse, early late, earlier later, before after, support oppose, supported
    opposed, supporting opposing, success failure, succeed fail, innocent guilty, acquitted convicted, alive dead,
    survived died, live die, male female, man woman, men women, boy girl, he she, his her, husband wife, son
    daughter, father mother, brother sister, public private, domestic foreign, local foreign, legal illegal, allow
    ban, allowed banned, allow prevent, allow prohibit, permit forbid, hire fire, hired fired, joined left, join
    leave, enter exit, up down, over under, inside outside, major minor, majority minority, maximum minimum, long
    short, longer shorter, fast slow, hot cold, warm cool, peace war, love hate, loves hates, like dislike, possible
    impossible, likely unlikely, able unable, happy unhappy, safe dangerous, positive negative, confirmed denied,
    confirm deny, admit deny, admitted denied, remember forget, push pull, ally enemy, friend enemy, attack defend,
    praise criticise, praised criticized, praised criticised, improve worsen, improved worsened, expand shrink, top
    bottom, rich poor, full empty, many few, always never, add remove, added removed, include exclude, included
    excluded, advance retreat, expected unexpected, optimistic pessimistic, encourage discourage, optional
    mandatory, temporary permanent, recent old, new old, hit missed, beat lost, victory defeat, ahead behind, raise
    lower, raised lowered, raise cut, surplus deficit, profit loss
"""


def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in _PAIRS.replace("\n", " ").split(","):
        one, other = pair.split()
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


OPPOSITES = _table()
