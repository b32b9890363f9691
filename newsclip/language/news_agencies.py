"""News agencies, and others that sign what they send to publishers as agencies do: the one list of them."""

from typing import NamedTuple

AGENCY = "agency"  # one whose name is not told


class Agency(NamedTuple):
    """`sign`: as it stands in brackets or behind a text; `names`: how it is called in whole, without its article."""

    sign: str
    names: tuple[str, ...] = ()


# Grouping keeps their place in this list (stories.rules.origins): it neither changes nor grows.
CREDITED = (
    Agency("AP", ("Associated Press",)), Agency("Reuters", ("Thomson Reuters",)),
    Agency("AFP", ("Agence France-Presse", "Agence France Presse")), Agency("dpa", ("Deutsche Presse-Agentur",)),
    Agency("Bernama"), Agency("Xinhua"), Agency("ANSA"), Agency("EFE"), Agency("PTI", ("Press Trust of India",)),
    Agency("ANI"), Agency("TASS"), Agency("Kyodo"), Agency("Yonhap"), Agency("APA"), Agency("KNA"), Agency("epd"),
    Agency("ANP"), Agency("Belga"), Agency("NTB"), Agency("Ritzau"), Agency("PA", ("Press Association", "PA Media")),
    Agency("UPI", ("United Press International",)),
)  # fmt: skip
_MORE = (
    *map(Agency, (
        "SID", "AGI", "Adnkronos", "Lusa", "ATS", "SDA", "Keystone-SDA", "ITAR-TASS", "IANS", "NNA",
        "Interfax", "TT", "STT", "PAP", "CTK", "MTI", "BNS", "Agerpres", "Hina", "Tanjug", "AAP", "NZPA", "SANA",
        "IRNA", "WAM", "Europa Press", "Canadian Press", "Bloomberg", "VNA", "Reuters Health",
        "KCNA", "LETA", "ELTA", "TASR", "BelTA", "Ukrinform", "Armenpress", "Kazinform", "RIA Novosti", "Prensa Latina",
        # signs of these are words or places, too
        "Saudi Press Agency", "Qatar News Agency", "Kuwait News Agency", "Middle East News Agency",
        "Associated Press of Pakistan", "United News of India", "News Agency of Nigeria", "Ghana News Agency",
        "Antara News Agency", "Central News Agency", "Slovenian Press Agency", "Bulgarian News Agency",
        "Maghreb Arabe Presse", "Agencia Andina", "News Service of Florida",
    )),
    Agency("dpa", ("dpa-AFX", "dpa-infocom")), Agency("AA", ("Anadolu Agency", "Anadolu")),
    Agency("Jiji", ("Jiji Press",)), Agency("TNS", ("Tribune News Service",)),
)  # fmt: skip
OTHERS = (
    *_MORE,
    # broadcasters, pictures and a newspaper
    *map(Agency, (
        "CNN", "NPR", "CBC", "ABC", "NBC", "CBS", "CNA", "Vatican Radio", "Straits Times", "MarketWatch", "Dow Jones",
    )),
    # of press releases
    *map(Agency, ("ACN Newswire", "Business Wire", "GlobeNewswire", "PRNewswire", "PR Newswire", "Media OutReach")),
    Agency("HealthDay", ("HealthDay News",)),
    Agency("ANN", ("Asia News Network",)), Agency("BBC", ("BBC News",)), Agency("Getty", ("Getty Images",)),
)  # fmt: skip
AGENCIES = (*CREDITED, *_MORE)  # whose texts others print
AGENCY_NAMES = frozenset(name.lower() for one in (*CREDITED, *OTHERS) for name in (one.sign, *one.names))
# Their own sites, by registrable domain: a host of another's may begin as a sign does ("tt.com", "ap.example.org").
SITES = {
    "AP": ("apnews.com", "ap.org"), "Reuters": ("reuters.com", "thomsonreuters.com"), "AFP": ("afp.com",),
    "dpa": ("dpa.com", "dpa-international.com"), "Bernama": ("bernama.com",), "Xinhua": ("xinhuanet.com", "news.cn"),
    "ANSA": ("ansa.it",), "EFE": ("efe.com",), "PTI": ("ptinews.com",), "ANI": ("aninews.in",),
    "TASS": ("tass.com", "tass.ru"), "Kyodo": ("kyodonews.net", "kyodonews.jp"), "Yonhap": ("yna.co.kr",),
    "APA": ("apa.at",), "KNA": ("kna.de",), "epd": ("epd.de",), "ANP": ("anp.nl",),
    "Belga": ("belga.be", "belganewsagency.eu"), "NTB": ("ntb.no",), "Ritzau": ("ritzau.dk",), "PA": ("pa.media",),
    "UPI": ("upi.com",), "SID": ("sid.de",), "AGI": ("agi.it",), "Adnkronos": ("adnkronos.com",), "Lusa": ("lusa.pt",),
    "Keystone-SDA": ("keystone-sda.ch",), "SDA": ("keystone-sda.ch",), "ATS": ("keystone-sda.ch",),
    "ITAR-TASS": ("tass.com", "tass.ru"), "IANS": ("ians.in",), "AA": ("aa.com.tr",),
    "Interfax": ("interfax.com", "interfax.ru"), "TT": ("tt.se",), "STT": ("stt.fi",), "PAP": ("pap.pl",),
    "CTK": ("ctk.cz", "ctk.eu"), "MTI": ("mti.hu",), "BNS": ("bns.ee", "bns.lt", "bns.lv"),
    "Agerpres": ("agerpres.ro",), "Hina": ("hina.hr",), "Tanjug": ("tanjug.rs",), "AAP": ("aap.com.au",),
    "SANA": ("sana.sy",), "IRNA": ("irna.ir",), "WAM": ("wam.ae",), "Europa Press": ("europapress.es",),
    "Canadian Press": ("thecanadianpress.com",), "Bloomberg": ("bloomberg.com",), "VNA": ("vnanet.vn",),
    "Jiji": ("jiji.com",), "KCNA": ("kcna.kp",), "TASR": ("tasr.sk",), "Ukrinform": ("ukrinform.net", "ukrinform.ua"),
    "Prensa Latina": ("prensa-latina.cu",), "RIA Novosti": ("ria.ru",),
}  # fmt: skip
