"""Relative times, as date elements show them: "2 hours ago", "gestern, 14:05"."""

import re
from datetime import datetime, time, timedelta

_UNITS = (
    (60, "min mins minute minutes minuten minuti minuto minutos minuter minutter minuut minutę minuty minut минуту "
         "минуты минут minuta minute dakika"),
    (3600, "h hr hrs hour hours stunde stunden std heure heures hora horas ora ore uur uren timme timmar time timer "
           "godzinę godziny godzin час часа часов saat"),
    (86_400, "day days tag tage tagen jour jours día dia días dias giorno giorni dag dagen dagar dage dager dzień dni "
             "день дня дней gün"),
)  # fmt: skip
_SECONDS = {word: seconds for seconds, words in _UNITS for word in words.split()}
_SIGNS = {"分": 60, "分钟": 60, "分鐘": 60, "분": 60, "時間": 3600, "小时": 3600, "小時": 3600, "시간": 3600,
          "日": 86_400, "天": 86_400, "일": 86_400}  # fmt: skip
_ONE = frozenset("a an one ein eine einer einem un une una uno um uma een één en ett et".split())  # noqa: SIM905
_DAYS = {
    word: days
    for days, words in enumerate((
        "today|heute|aujourd'hui|hoy|hoje|oggi|vandaag|idag|i dag|dziś|dzisiaj|сегодня|bugün|今日|今天|오늘",
        "yesterday|gestern|hier|ayer|ontem|ieri|gisteren|igår|i går|wczoraj|вчера|dün|昨日|昨天|어제",
    ))
    for word in words.split("|")
}  # fmt: skip
_LONGEST, _MOST_DAYS = 80, 31
_START = (
    r"(?:^|[|•·,;–—-]\s*|\b(?:on|posted|published|publié\w*|publicad[oa]|pubblicato|veröffentlicht|erstellt)\s*:?\s+)"
)
_AGO = re.compile(
    _START + r"(?:(?P<before>vor|il y a|hace|há|for|för|pred|prije)\s+)?(?:(?:about|etwa|environ|ca\.?)\s+)?"
    r"(?P<count>\d{1,4}|[^\W\d]{1,5})\s*"
    r"(?P<unit>[^\W\d]{1,8})\.?(?:\s+(?P<after>ago|fa|atrás|geleden|sedan|siden|temu|назад|önce))?\W*$",
    re.IGNORECASE,
)  # fmt: skip
_SIGNED = re.compile(
    rf"(?P<count>\d{{1,4}})\s*(?P<unit>{'|'.join(sorted(_SIGNS, key=len, reverse=True))})\s*(?:前|전)\W*$"
)
_DAY = re.compile(
    _START + rf"(?P<day>{'|'.join(_DAYS)})"
    r"(?:[\s,|–-]+(?:at|um|à|a las|às|alle|kl\.?|om|o|в|saat)?\s*(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)\s*"
    r"(?P<half>[ap]\.?m\b)?(?:\s*(?:uhr|h))?)?\W*$",
    re.IGNORECASE,
)


def ago(text: str, now: datetime) -> datetime | None:
    """The time that this text names relative to `now`; None if it names none, or one weeks away.

    A day without a clock time is its midnight. A clock time is in the zone of `now` and never after it.
    """
    text = " ".join(text.replace("’", "'").split())
    if len(text) > _LONGEST:
        return None
    found = _span(text)
    if found is not None:
        return now - found if found < timedelta(days=1) else _midnight(now - found)
    named = _DAY.search(text)
    return _clock(named, now) if named else None


def _span(text: str) -> timedelta | None:
    signed = _SIGNED.search(text)
    if signed:
        seconds = int(signed["count"]) * _SIGNS[signed["unit"]]
    else:
        told = _AGO.search(text)
        if told is None or not (told["before"] or told["after"]):
            return None
        count, unit = told["count"].lower(), _SECONDS.get(told["unit"].lower())
        if unit is None or not (count.isdigit() or count in _ONE):
            return None
        seconds = unit * (int(count) if count.isdigit() else 1)
    return timedelta(seconds=seconds) if seconds <= _MOST_DAYS * 86_400 else None


def _clock(named: re.Match[str], now: datetime) -> datetime | None:
    day = _midnight(now - timedelta(days=_DAYS[named["day"].lower()]))
    if not named["hour"]:
        return day
    hour, minute, half = int(named["hour"]), int(named["minute"]), (named["half"] or "").lower()
    hour = hour % 12 + 12 * half.startswith("p") if half else hour
    if hour > 23 or minute > 59:
        return None
    return min(day + timedelta(hours=hour, minutes=minute), now)


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time(), tzinfo=moment.tzinfo)
