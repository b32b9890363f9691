"""Whether a reader follows what a page is about, and by which key."""

from django.http import HttpRequest

from newsclip.accounts.models import Reader
from newsclip.clips import queries
from newsclip.clips.queries import Bearer
from newsclip.community import queries as community
from newsclip.community.models import Topic
from newsclip.web.caching.list_cache import for_all


def name_of_hashtag(key: str) -> Bearer | None:
    """The one name that a hashtag stands for, asked once for everybody: it counts all its mentions."""
    return for_all(("name of hashtag", key), lambda: queries.name_of_hashtag(key))


def follow_button(request: HttpRequest, kind: str, key: str) -> dict[str, object]:
    """What the button says to a reader who is signed in; of a hashtag that stands for a name, that of the name."""
    asked = kind == Topic.HASHTAG and isinstance(request.user, Reader)
    bearer = name_of_hashtag(key) if asked else None
    if bearer:
        return name_follow_button(request, bearer)
    return {"follow_kind": kind, "follow_key": key, "followed": key in _follows(request, kind)}


def name_follow_button(request: HttpRequest, bearer: Bearer) -> dict[str, object]:
    """The same for a name: who follows a hashtag that stands for it follows it, too."""
    follows = _follows(request, Topic.NAME)
    meant = queries.bearers_followed([one for one in follows if queries.parts_of(one)[0] == bearer.key])
    theirs = [one for one, (_, story) in meant.items() if story in {0, bearer.story}]
    own = queries.followed_name(bearer.key, bearer.story if bearer.shared else None)
    followed = bool(theirs) or _follows_hashtag(request, bearer)
    return {"follow_kind": Topic.NAME.value, "follow_key": theirs[0] if theirs else own, "followed": followed}


def _follows_hashtag(request: HttpRequest, bearer: Bearer) -> bool:
    tags = _follows(request, Topic.HASHTAG)
    return bool(tags) and not tags.isdisjoint(_hashtags_of(bearer.key))


def _hashtags_of(name: str) -> list[str]:
    return for_all(("hashtags of name", name), lambda: queries.hashtags_of_name(name))


def _follows(request: HttpRequest, kind: str) -> frozenset[str]:
    reader = request.user
    return community.follows(reader)[kind] if isinstance(reader, Reader) else frozenset()
