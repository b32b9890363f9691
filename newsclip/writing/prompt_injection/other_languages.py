"""Orders in other languages: an imperative or a plea about a text, a duty of a summary, a word to a machine.

Only what is said of texts, summaries and machines: a plea to drive slowly is advice. Each language has the same seven
lists of stems; a new one is a new entry.
"""

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Words:
    """Alternatives of a regular expression, in lower case."""

    plea: str  # please
    verbs: str  # imperatives and infinitives: say, write, name, leave out, ignore …
    summary: str  # summary, answer, headline, digest
    duty: str  # must, should, has to
    machine: str  # language model, assistant, AI, program that summarises
    note: str  # note, message, instruction (to)
    you_are: str  # you are (now)
    clear: str  # imperatives of these verbs that are nothing else where a sentence begins
    that: str  # that (what is to be said)


_WORDS = {
    "de": Words(
        "bitte",
        r"schreib(?:e|t|en)?|nenn(?:e|t|en)?|sag(?:e|t|en)?|erwähn(?:e|t|en)?|füg(?:e|t|en)?|gib|geben|vergiss|"
        r"vergesst|vergessen|"
        r"ignorier(?:e|t|en)?|berichte|berichten|behaupte|behaupten|antworte|antworten|wiederhol(?:e|t|en)?|"
        r"ersetz(?:e|t|en)?|"
        r"lass|lassen|übersetz(?:e|t|en)?|beginn(?:e|t|en)?|beende|beenden|lob(?:e|t|en)?|fass(?:e|t|en)?|"
        r"stell(?:e|t|en)? dar|tu so",
        r"zusammenfassung(?:en)?|kurzfassung(?:en)?|antwort(?:en)?|ausgabe|überschrift|schlagzeile|meldung|text",
        r"muss|müssen|soll(?:te|ten|en)?|hat (?:\w+ ){0,5}zu|haben (?:\w+ ){0,5}zu|darf nur|dürfen nur",
        r"sprachmodelle?n?|ki(?:-\w+)?|assistent(?:en)?|chatbots?|automat(?:ische|en)\w* \w+|suchmaschinen|"
        r"programme?",
        r"hinweis|anweisung|nachricht|notiz|achtung|mitteilung|liebe[rs]?",
        r"du bist (?:jetzt|nun|ab sofort|ein)|sie sind (?:jetzt|nun|ab sofort) ein|deine (?:aufgabe|antwort)|"
        r"ihre aufgabe ist",
        r"(?:schreib|nenn|erwähn|beginn|antwort|wiederhol|ersetz|ignorier|lob|behaupt|berücksichtig|verwend|"
        r"formulier)(?:en sie|e\b|t\b(?! \w+t\b))|vergiss|vergesst|vergessen sie|sag(?:en sie)?|lass(?:en sie)?|"
        r"gib|geben sie|es wird gebeten",
        r"dass",
    ),
    "fr": Words(
        r"veuillez|s['’]il (?:vous|te) pla[iî]t|merci d(?:e\b|['’])|prière de",
        r"écri(?:s|vez|re)|indique[rz]?|di(?:s|tes|re)|cite[rz]?|mentionne[rz]?|ajoute[rz]?|oublie[rz]?|"
        r"ignore[rz]?|réponds?|"
        r"répondez|répondre|répète[rz]?|remplace[rz]?|tradui(?:s|sez|re)|commence[rz]?|termine[rz]?|"
        r"affirme[rz]?|résume[rz]?|omet(?:s|tez|tre)|"
        r"présente[rz]?|affiche[rz]?",
        r"résumés?|synthèses?|réponses?|titre|sortie|texte",
        r"doi(?:t|vent)|devr(?:a|ait|ont|aient)|est tenu",
        r"modèles? de langage|ia\b|assistants?|chatbots?|robots?|programmes?|systèmes? (?:automatique|de résumé)s?",
        r"note|message|consigne|instructions?|avis|attention|chers?",
        r"(?:tu es|vous êtes) (?:maintenant|désormais|à présent|un assistant|une ia)|(?:ta|votre) (?:tâche|"
        r"mission) est",
        r"écris|écrivez|dites|indiquez|citez|mentionnez|ajoutez|oubliez|ignorez|répondez|répétez|remplacez|"
        r"traduisez|commencez|terminez|affirmez|résumez|omettez|présentez|ne \w+ez pas|"
        r"n['’]oubliez pas de (?:citer|mentionner|dire|écrire|nommer|indiquer)|il faut que le (?:titre|"
        r"résumé|texte)",
        r"que|qu['’]",
    ),
    "es": Words(
        r"por favor|se ruega|le rogamos|les rogamos",
        r"escrib(?:a|e|ir|an)|indi(?:ca|que|car)|di\b|diga|decir|mencion(?:a|e|ar)|añad(?:a|e|ir)|ignor(?:a|e|"
        r"ar|en)|olvid(?:a|e|ar|en)|"
        r"respond(?:a|e|er)|cit(?:a|e|ar)|repit(?:a|e)|reemplac(?:a|e)|sustituy(?:a|e)|traduzca|traduce|empiece|"
        r"empieza|termin(?:a|e)|"
        r"afirm(?:a|e)|nombr(?:a|e)|omit(?:a|e)|resum(?:a|e)|inclu(?:ye|ya|ir)",
        r"res[uú]men(?:es)?|resumen|síntesis|respuestas?|titular|salida|texto",
        r"debe(?:n|rá|ría)?|tiene que|ha de",
        r"modelos? de lenguaje|ia\b|asistentes?|chatbots?|robots?|programas?|sistemas? automáticos?",
        r"nota|mensaje|instrucci(?:ón|ones)|aviso|atención|estimad[oa]s?",
        r"(?:eres|usted es|tú eres) (?:ahora|un asistente|una ia)|tu (?:tarea|misión) es|su tarea es",
        r"escriba|indique|diga|mencione|añada|ignore|olvide|responda|cite|repita|reemplace|sustituya|traduzca|"
        r"empiece|termine|afirme|nombre|omita|resuma|incluya|olvida|ignora|responde solo|di|no (?:resuma|"
        r"resumas|mencione|menciones|cite|cites|diga|digas|escriba|escribas)|se (?:pide|ruega|exige) a",
        r"que",
    ),
    "it": Words(
        r"per favore|si prega di|per cortesia|la preghiamo di",
        r"scriv(?:a|i|ere|ete)|indic(?:a|hi|are)|di['’]|dica|dire|menzion(?:a|i|are)|aggiung(?:a|i|ere)|"
        r"ignor(?:a|i|are)|dimentic(?:a|hi|are)|"
        r"rispond(?:a|i|ere)|cit(?:a|i|are)|ripet(?:a|i|ere)|traduc(?:a|i)|inizi(?:a|i)|termin(?:a|i)|nomin(?:a|"
        r"i|are)|riassum(?:a|i|ere)",
        r"riassunt[oi]|sintesi|rispost[ae]|titolo|testo",
        r"dev(?:e|ono)|dovrà|dovrebbe",
        r"modell[oi] linguistic[oi]|ia\b|assistent[ei]|chatbot|programm[ai]",
        r"nota|messaggio|istruzion[ei]|avviso|attenzione",
        r"(?:sei|lei è) (?:ora|adesso|un assistente)|il tuo compito è",
        r"scriva|scrivi|indichi|menzioni|aggiunga|aggiungi|ignori|dimentichi|dimentica|risponda|rispondi|citi|"
        r"ripeta|ripeti|traduca|nomini|riassuma|riassumi|non (?:citare|menzionare|riassumere|scrivere|dire)",
        r"che",
    ),
    "pt": Words(
        r"por favor|pede-se|queira|queiram",
        r"escrev(?:a|e|er)|indi(?:ca|que|car)|diga|diz|dizer|mencion(?:a|e|ar)|acrescent(?:a|e)|ignor(?:a|e|ar)|"
        r"esqueç?(?:a|e)|respond(?:a|e|er)|"
        r"cit(?:a|e|ar)|repit(?:a|e)|traduz(?:a)?|comec(?:e|a)|termin(?:e|a)|afirm(?:e|a)|resum(?:a|e)|"
        r"inclu(?:a|i)|omit(?:a|e)",
        r"resumos?|síntese|respostas?|título|manchete|texto",
        r"deve(?:m|rá|ria)?|tem de|tem que",
        r"modelos? de linguagem|ia\b|assistentes?|chatbots?|programas?",
        r"nota|mensagem|instruç(?:ão|ões)|aviso|atenção",
        r"(?:você é|tu és) (?:agora|um assistente)|a (?:sua|tua) tarefa é|agora você é",
        r"escreva|indique|diga|mencione|acrescente|ignore|esqueça|responda|cite|repita|traduza|comece|termine|"
        r"afirme|resuma|inclua|omita|não (?:cite|mencione|resuma|escreva|diga)",
        r"que",
    ),
    "nl": Words(
        r"alstublieft|alsjeblieft|a\.u\.b\.|gelieve",
        r"schrijf|schrijven|vermeld(?:en)?|noem(?:en)?|zeg(?:gen)?|negeer|negeren|vergeet|vergeten|"
        r"antwoord(?:en)?|herhaal|herhalen|vervang|"
        r"vertaal|begin(?:nen)?|eindig|beweer|voeg|laat weg|vat samen",
        r"samenvatting(?:en)?|antwoord(?:en)?|kop|uitvoer|tekst",
        r"moet(?:en)?|dient|dienen|mag alleen|zou moeten",
        r"taalmodel(?:len)?|ai\b|assistent(?:en)?|chatbots?|programma['’]?s?",
        r"opmerking|bericht|instructies?|let op|beste",
        r"(?:je|jij) bent (?:nu|een assistent)|u bent (?:nu|voortaan)|(?:je|jouw|uw) taak is",
        r"schrijf|vermeld|noem (?:de|het|alleen)|zeg|negeer|vergeet|antwoord|herhaal|vervang|vertaal|begin met|"
        r"eindig met|beweer",
        r"dat",
    ),
}
_UNSPACED = re.compile(
    r"(?:^\W*|[，：；])(?:忽略|无视|無視|忘记|忘記|忘掉|不要理会|把[^，。]{1,12}(?:写成|說成|说成|称为|改为|描述))|(?:ください|下さい|なさい|"
    r"[うくすつぬふむぶぐる]こと)[。！]?\W{0,9}$|^\W*(?:(?:请|請|现在|現在|从现在开始|務必|务必|切记)(?:你|您)?(?:在|将|把|只|仅|仅仅|務必)?[^，。、]{0,8}?(?:忽略|"
    r"无视|忘记|回复|"
    r"输出|回答|重复|翻译|扮演|写|提及|提到|注明|说明|添加|加入|称|报道))|"
    r"(?:忽略|无视)(?:以上|上述|之前|前面|先前|所有)|只(?:能|需|须|要|可)?(?:回复|输出|回答|提及|提到)|你(?:现在)?(?:是|必须|应该|的任务)|系统提示|提示词|"
    r"(?:摘要|总结|總結|概要|标题|標題|回复|回答|输出)[^，。]{0,6}(?:必须|必須|应当|应该|應該|需要|只能|务必|須|须)|"
    r"致[^，。：]{0,12}(?:摘要|模型|助手|程序|机器人|人工智能|编辑|AI)|(?:语言模型|人工智能|AI|助手)[^，。]{0,6}(?:请|必须|应该|务必)|"
    r"(?:上記|以上|これまで|前|以前)の(?:内容|指示|命令|文章)[^。]{0,60}無視|(?:出力|返信|回答|返答|翻訳|要約|無視|記載|追加|紹介)して(?:ください|下さい)|"
    r"(?:とだけ|のみ)(?:出力|返信|回答|答え)|あなたは[^。]{0,60}(?:です|として)|プロンプト|"
    r"(?:要約|見出し|回答|まとめ|タイトル|返答)(?:に|は|には|で|では|を)[^。]{0,60}(?:ください|下さい|なさい|こと。|必要がある|なければなりません|ねばならない)|"
    r"(?:AI|人工知能|言語モデル|アシスタント)(?:は|へ|に)[^。]{0,60}(?:ください|下さい|なさい|なければなりません|べき)",
    re.IGNORECASE,
)


@cache
def _shapes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What speaks to a writer, and what orders, in any of the languages: one pattern each, of short gaps."""
    writer, order = [], []
    for words in _WORDS.values():
        few = r"(?: [\w'’-]+){0,5}?"
        writer += [
            rf"\b(?:{words.summary}){few} (?:{words.duty})\b",
            rf"^\W*(?:{words.note})(?: \w+){{0,3}}? (?:{words.machine})\b",
            rf"\b(?:{words.machine}){few} (?:{words.duty}){few} (?:{words.verbs})\b",
            rf"^\W*(?:{words.you_are})\b",
            rf"\b(?:{words.plea}|{words.clear}|{words.duty}|hat mit|il faut){few} (?:im |in |al |en |nel |no |"
            rf"au |el |le |der |du |del )?(?:{words.summary}){few} "
            rf"(?:{words.verbs}|{words.that})\b",
        ]
        order += [
            rf"^\W*(?:(?:{words.plea}),? )?(?:{words.verbs})\b(?: [\w'’-]+){{0,6}}? (?:{words.summary}|"
            rf"artik[eo]l|l['’]article|artículo|articolo|"
            r"artigo|lezers|lecteurs|lectores|lettori|leitores|lesern?)\b",
            rf"\b(?:{words.plea}),?(?: [\w'’-]+){{0,3}}? ?(?:{words.verbs})\b",
            rf"^\W*(?:{words.clear})\b|[;:] (?:{words.clear}) (?:{words.that})\b|\b(?:und|et|y|e|"
            rf"en) (?:{words.clear}) (?:{words.that})\b",
        ]
    return re.compile("|".join(writer), re.IGNORECASE), re.compile("|".join(order), re.IGNORECASE)


def to_a_writer(text: str) -> bool:
    return bool(_shapes()[0].search(text))


def is_order(text: str) -> bool:
    return bool(_shapes()[1].search(text) or _UNSPACED.search(text))
