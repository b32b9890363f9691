"""Actions on articles: admit entries, read pages, store pictures, take down."""

from newsclip.articles.actions.admission import admit, admit_all, take_over
from newsclip.articles.actions.cleanup import forget_refused, forget_texts
from newsclip.articles.actions.dead_letters import retry, set_aside
from newsclip.articles.actions.noticing import mark_noticed
from newsclip.articles.actions.pictures import PictureResult, delete_dropped_pictures, keep_pictures, retry_pictures
from newsclip.articles.actions.reading import read
from newsclip.articles.actions.reschedule import wake
from newsclip.articles.actions.results import ReadResult
from newsclip.articles.actions.takedown import take_down, take_down_publisher

__all__ = [
    "PictureResult",
    "ReadResult",
    "admit",
    "admit_all",
    "delete_dropped_pictures",
    "forget_refused",
    "forget_texts",
    "keep_pictures",
    "mark_noticed",
    "read",
    "retry",
    "retry_pictures",
    "set_aside",
    "take_down",
    "take_down_publisher",
    "take_over",
    "wake",
]
