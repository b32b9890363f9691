"""How parties are called in parentheses behind a name, whatever the language of the text."""

import re

from newsclip.evidence.tokens import UPPER

PARTY = re.compile(
    r"[DRI](?:-[A-Z][\w.]{1,12})?|Con|Lab|Lib Dem|SNP|DUP|UUP|SDLP|SPD|CDU|CSU|FDP|AfD|BSW|ÖVP|SPÖ|FPÖ|SVP|LR|PS|RN|LFI"
    r"|PCF|PP|PSOE|PD|FdI|M5S|PT|PSD|PL|MDB|VVD|PVV|CDA|D66|PvdA|GOP|NDP|ALP"
    rf"|(?:[{UPPER}][\w’'\-]+ ){{1,3}}(?:Party|Alliance|Democrats|Greens|Labour|Liberals|Conservatives|Partei)"
)
