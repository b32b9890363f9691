"""Lines inside an article's body that do not belong to it: appeals to subscribe, credits, links to other pages."""

import re

from newsclip.articles.rules.visible_dates import date_in

_JUNK = re.compile(
    r"""^(?:
      advertisement|ad|sponsored|share(?:[ ]this.*|[ ]on[ ].*)?|tweet|email|print
    | comments?|\d+[ ]comments?
    | read[ ]more.*|read[ ]also.*|also[ ]read.*|see[ ]also.*|watch:?[ ].*|continue[ ]reading.*
    | story[ ]continues[ ]below.*
    | related(?:[ ](?:articles?|stories|content|news|topics?))?:?.*|more[ ](?:from|on|in)[ ].*|you[ ]may[ ]also[ ]like.*
    | recommended.*|most[ ]popular.*|trending.*|editor'?s[ ]picks?|don't[ ]miss.*
    | follow[ ](?:us|me|him|her)[ ].*|sign[ ]up.*|subscribe.*|newsletter.*|thanks[ ]for[ ]signing[ ]up.*
    | click[ ]here.*
    | download[ ]our[ ]app.*|like[ ]this[ ]story\?.*|have[ ]a[ ]tip\?.*|contact[ ]us.*
    | report[ ](?:a[ ]typo|an[ ]error).*
    | photo(?:s|graph)?:.*|image:.*|\(?photo[ ]by[ ].*|getty[ ]images.*|getty|reuters|ap[ ]photo.*|caption|source:.*
    | published:?[ ].*|updated:?[ ].*|posted:?[ ].*|last[ ]updated.*|via[ ].{0,40}
    | by[ ][A-Z][\w.'-]+(?:[ ][A-Z][\w.'-]+){0,4}
    | ©.*|copyright[ ].*|all[ ]rights[ ]reserved.*
    | tags?:?.*|filed[ ]under:?.*|topics?:?.*|categories:?.*
    | already[ ]a[ ](?:subscriber|member)\b.*
    | loading\.*|close|play[ ]video|view[ ]comments|leave[ ]a[ ](?:reply|comment).*|skip[ ]to.*
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL = re.compile(
    r"""^(?:
      advert|anzeige|werbung|publicité|publicidade?|pubblicità|reklam[ea]?|annon[cs]e|annons|reclame|реклама|広告|广告|광고
    | (?:zum|zur)[ ]angebot|lesezeit.*|jetzt[ ]lesen|auch[ ]interessant.*|mehr[ ](?:zum[ ]thema|dazu).*
    | lesen[ ]sie[ ](?:auch|mehr|hier).*|das[ ]könnte[ ]sie[ ](?:auch[ ])?interessieren.*
    | (?:[\w-]+[ ])?box[ ]aufklappen.*|(?:à[ ])?lire[ ]aussi.*|article[ ]réservé[ ]aux[ ]abonnés
    | il[ ]vous[ ]reste[ ]\d.*
    | (?:lea|lee|leer)[ ](?:también|además|más).*|te[ ]puede[ ]interesar.*|(?:leia|veja)[ ](?:também|mais).*
    | saiba[ ]mais.*
    | leggi[ ]anche.*|lees[ ]ook.*|les[ ]også.*|läs[ ](?:också|mer).*|læs[ ]også.*
    | (?:czytaj|zobacz)[ ](?:także|też|więcej).*
    | čtěte[ ](?:také|též).*|читайте[ ](?:также|ещё|еще).*|читать[ ]далее.*|ayrıca[ ]oku.*|baca[ ]juga.*
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_PLEA = re.compile(
    r"""thank[ ]you[ ]for[ ](?:registering|signing[ ]up|subscribing)
    | please[ ](?:refresh|enable[ ]javascript|log[ ]in|sign[ ]in)\b
    | stay[ ]up[ ]to[ ]date[ ]with\b|notifications[ ]can[ ]be[ ]managed|let[ ]our[ ]news[ ]meet
    | (?:sign[ ]up|subscribe|get[ ]|join).{0,60}(?:newsletter|inbox|whatsapp|telegram|channel\b)
    | this[ ](?:slideshow|video|content|page)[ ]requires[ ]javascript|your[ ]browser[ ](?:is[ ]out|does[ ]not|doesn)
    | ihr[ ]browser[ ]ist|sie[ ]haben[ ]kein[ ]aktives[ ]abo|jetzt[ ](?:kostenlos[ ])?(?:abonnieren|testen|anmelden)\b
    | abonnieren[ ]sie|abonniere[ ]|folge[n]?[ ](?:sie[ ])?uns\b|folgst[ ]du
    | abonnez-vous|inscrivez-vous|suivez-nous|la[ ]suite[ ]est[ ]réservée
    | suscr[íi]b(?:e|a)(?:te|se)|s[íi]guenos|iscriviti|seguici|inscreva-se|siga-nos|assine[ ](?:a|o|já)\b
    | schrijf[ ]je[ ]in|meld[ ]je[ ]aan|volg[ ]ons|подпи(?:шитесь|сывайтесь)|abone[ ]ol
    | you[ ](?:must|need[ ]to|have[ ]to)[ ]be[ ]logged[ ]in|você[ ]precisa[ ]estar[ ]logado
    | (?:this|our)[ ](?:article|page|post|story)s?[ ](?:may[ ])?contains?[ ]affiliate""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_PLEA = 260
_FULL_STOP = (".", ".”", '."')
_CREDIT = re.compile(
    r"""\((?:image|photo|picture|foto|bild|credit|crédit|pic)s?\s*(?:credit|source|by)?\s*[:/][^)]*\)\s*$
    | ^(?:bildrechte|foto|photo|image|bild|quelle|picture|crédit|credit|fuente|fotos)\s*:\s*.{0,80}$
    | ^©\s
    | (?:getty[ ]images|/reuters|/ap[ ]photo|/afp|\(ap\)|shutterstock|\bdpa\b)\s*\)?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_BYLINE = re.compile(r"(?:by|von|par|por|di|door|av|af)\s+[^\W\d_][^.!?]{3,}$", re.IGNORECASE)
_TAIL = re.compile(
    r"""^(?:related|more[ ](?:from|on|in|stories)|read[ ](?:more|next|also)|recommended|comments?|trending|latest
    | you[ ](?:may|might)[ ]also|most[ ](?:read|popular)|see[ ]also|further[ ]reading|about[ ]the[ ]author|share[ ]this
    | leave[ ]a|don't[ ]miss|popular|more\b|up[ ]next|next[ ]up|sponsored|editor|newsletter
    | weiterlesen|mehr[ ]zum|mehr[ ]zu|lesen[ ]sie|das[ ]könnte|auch[ ]interessant
    | à[ ]lire|lire[ ]aussi|sur[ ]le[ ]même|leer[ ]más|te[ ]puede|lea[ ]también|leggi[ ]anche)""",
    re.IGNORECASE | re.VERBOSE,
)


def is_junk(line: str) -> bool:
    """Whether a short line is page furniture: "Read more: …", "By Jane Roe", "Share this". A whole sentence is
    furniture only if it begs or instructs the reader.
    """
    if len(line) < _LONGEST_PLEA and _PLEA.match(line):
        return True
    if len(line) >= 120 or (len(line) > 30 and line.endswith(_FULL_STOP)):
        return False
    return _JUNK.match(line) is not None or _LABEL.match(line) is not None


def is_byline(line: str) -> bool:
    """Whether a line is a byline, with or without a date: "By Jane Roe | Updated 3 March 2026, 10:15"."""
    return _BYLINE.match(line) is not None and date_in(line) is not None


def is_credit(line: str) -> bool:
    """Whether a line is a picture caption or credit, by whom it credits."""
    return len(line) < 220 and _CREDIT.search(line) is not None


def opens_tail(heading: str) -> bool:
    """Whether this heading starts what follows an article: related stories, comments, the author's profile."""
    return len(heading) < 80 and _TAIL.match(heading) is not None
