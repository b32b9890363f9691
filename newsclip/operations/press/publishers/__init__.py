"""The sample publishers, one file each. Their names, people and places are invented."""

from newsclip.operations.press.publishers.anselm_packet import AnselmPacket
from newsclip.operations.press.publishers.crosswater import Crosswater
from newsclip.operations.press.publishers.evening_whistle import EveningWhistle
from newsclip.operations.press.publishers.kelmouth_courier import KelmouthCourier
from newsclip.operations.press.publishers.lindmere_review import LindmereReview
from newsclip.operations.press.publishers.publisher import Publisher
from newsclip.operations.press.publishers.radio_velland import RadioVelland
from newsclip.operations.press.publishers.tavel_valley_post import TavelValleyPost
from newsclip.operations.press.publishers.wexholm_notebook import WexholmNotebook

PUBLISHERS: tuple[type[Publisher], ...] = (
    KelmouthCourier,
    EveningWhistle,
    LindmereReview,
    AnselmPacket,
    RadioVelland,
    TavelValleyPost,
    Crosswater,
    WexholmNotebook,
)
