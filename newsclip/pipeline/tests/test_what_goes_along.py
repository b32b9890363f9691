"""Each table that names a story or a clip is thought of when two stories become one."""

from django.apps import apps

from newsclip.clips.models import Clip
from newsclip.community.actions.merge_contributions import CARRIED
from newsclip.stories.models import Story

# Tables that name a story or a clip and whose rows stay where they are, and why nothing is lost or double by that.
STAY = {
    "stories.Membership": "the merge itself moves it",
    "stories.Relation": "read as one of the remaining story",
    "stories.StoryProfile": "a chain is looked for anew",
    "stories.StoryActor": "a chain is looked for anew",
    "stories.ChainLink": "a chain is looked for anew",
    "stories.StoryEvent": "history: both stories have their own",
    "stories.Story": "the merge itself",
    "clips.Assignment": "what was written about each",
    "clips.Attempt": "what each cost",
    "clips.Clip": "its address leads on",
    "clips.ClipVersion": "history",
    "clips.ClipArticle": "which article its versions named",
    "clips.Correction": "of what that clip said",
    "clips.Amendment": "words for the articles that were there: the one clip is written anew",
    "clips.Hashtag": "lists show no clip of a merged story",
    "clips.Mention": "lists show no clip of a merged story",
    "clips.Redirect": "an old address leads on",
    "community.Challenge": "read as one of the remaining clip",
    "community.Notice": "its address leads on",
    "community.Action": "the public log does not change",
    "community.Appeal": "against an action of the log",
    "community.Uncounted": "a mark for counting anew",
    "community.Carried": "the memory of what went along",
    "community.Comment": "goes along by `move_comments`",
    "ranking.Standing": "lists show no clip of a merged story; that of the other is counted anew",
    "ranking.TagStanding": "lists show no clip of a merged story",
    "ranking.Exploration": "what was learnt, when",
    "ranking.StoryTrend": "computed anew",
    "admin.LogEntry": "the staff's log",
}  # fmt: skip


def label(model):
    return f"{model._meta.app_label}.{model.__name__}"


def names_a_story(field):
    if field.is_relation and not field.auto_created:
        return field.related_model in {Story, Clip}
    return "story" in dict(getattr(field, "choices", None) or ())


def test_every_table_that_names_a_story_goes_along_or_says_why_not():
    naming = {model for model in apps.get_models() if any(map(names_a_story, model._meta.get_fields()))}
    assert {label(model) for model in naming - CARRIED} - STAY.keys() == set()
    assert naming >= CARRIED
