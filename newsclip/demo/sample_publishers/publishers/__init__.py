"""The sample publishers, one file each. Their names, people and places are invented."""

from newsclip.demo.sample_publishers.publishers.anselm_packet import AnselmPacket
from newsclip.demo.sample_publishers.publishers.crosswater import Crosswater
from newsclip.demo.sample_publishers.publishers.evening_whistle import EveningWhistle
from newsclip.demo.sample_publishers.publishers.kelmouth_courier import KelmouthCourier
from newsclip.demo.sample_publishers.publishers.lindmere_review import LindmereReview
from newsclip.demo.sample_publishers.publishers.publisher import Publisher
from newsclip.demo.sample_publishers.publishers.radio_velland import RadioVelland
from newsclip.demo.sample_publishers.publishers.tavel_valley_post import TavelValleyPost
from newsclip.demo.sample_publishers.publishers.wexholm_notebook import WexholmNotebook

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
