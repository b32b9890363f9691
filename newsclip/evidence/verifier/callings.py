"""How six languages name who says a quotation behind it: a verb of saying, a calling or a title, the name. Pure data.

Read by the verifier alone. Closed lists: with any other word beside the name ("der Anwalt der Ministerin Ilse Brandt",
"l’avocat qui défend Ilse Brandt") it may be somebody else who speaks, and the quotation has no speaker.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Callings:
    """Alternatives of regular expressions, in lower case, "’" written as "'".

    `says`: verbs of saying, and what names a source ("laut"). `articles` of a subject. `callings`: what a person is
    called, with titles and the adjectives before them. `holders` bear the name of what is behind one of `of`, in
    capitals or one of `bodies` ("la ministre de la Santé"). `behind`: how a clause goes on behind the name.
    """

    says: str
    articles: str
    callings: str
    holders: str
    of: str
    bodies: str
    behind: str


CALLINGS = {
    "de": Callings(
        says="sagte|sagt|erklärte|erklärt|betonte|betont|meinte|meint|berichtete|berichtet|ergänzte|kritisierte"
        "|kritisiert|forderte|fordert|warnte|warnt|schrieb|schreibt|äußerte|versicherte|versichert|kündigte|fügte"
        "|erläuterte|so|laut|findet|fragte|fragt|räumte|hob|stellte|klagte|lobte|rief|antwortete|resümierte",
        articles="der|die|ein|eine",
        callings=r"herr|frau|dr|prof|professor(?:in)?|[\w-]*(?:minister|präsident|sprecher|meister|leiter|direktor|chef"
        r"|anwält|führer|trainer|forscher|lehrer|pfleger|richter|besitzer|betreiber|inhaber|gründer|sekretär|kommissar"
        r"|inspektor|ärzt|politiker|senator|bewohner|schüler|fahrer|autor|schauspieler|sänger|ökonom|wissenschaftler"
        r"|historiker|psycholog|biolog|physiker|kandidat|kanzler|vorstand|obfrau|obmann)(?:e|in)?|[\w-]*(?:anwalt|arzt"
        r"|vorsitzender?|vorsitzende|abgeordneter?|abgeordnete|rat|rätin|expert(?:e|in)|landrat|landrätin|pfarrer(?:in)?"
        r"|bischof|bischöfin|beauftragter?|beauftragte|zeuge|zeugin)"
        r"|frühere[r]?|ehemalige[r]?|neue[r]?|amtierende[r]?|zuständige[r]?|stellvertretende[r]?|erste[r]?"
        r"|parteilose[r]?|\d+-jährige[r]?",
        holders=r"[\w-]*(?:sprecher|leiter|chef|direktor|präsident|minister)(?:in)?|[\w-]*vorsitzende[r]?",
        of="der|des",
        bodies="feuerwehr|polizei|stadt|stadtverwaltung|staatsanwaltschaft|gewerkschaft|partei|regierung|behörde|bank"
        "|landesregierung|bundesregierung|bundeswehr|universität|klinik|gemeinde|fraktion|bahn|bezirks|landkreises"
        "|landes|hafens|verbands|verbandes|vereins|unternehmens|konzerns|ministeriums|amts",
        behind="dort|hier|am|im|in|bei|beim|nach|vor|zu|zum|zur|auf|aus|vom|von|gegenüber|heute|gestern|weiter|dazu|später|dem"
        "|den|der dpa|der deutschen|über|an|während|mit|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag",
    ),
    "fr": Callings(
        says="(?:a|avait) (?:dit|déclaré|annoncé|expliqué|affirmé|indiqué|ajouté|précisé|souligné|estimé|assuré|averti"
        "|confié|rappelé|lancé|écrit|réagi|répondu|insisté|conclu|reconnu|regretté|raconté)|dit|déclare|explique"
        "|affirme|indique|ajoute|précise|souligne|estime|assure|raconte|selon|d'après|déclara|dixit|lance|confie"
        "|rappelle|insiste|conclut|s'est (?:réjoui|réjouie|félicité|félicitée)|regrette|témoigne|poursuit|résume",
        articles="l'|le|la|un|une",
        callings=r"m|mme|mlle|dr|monsieur|madame|ministre|maire|président|présidente|directeur|directrice|député"
        r"|députée|sénateur|sénatrice|préfet|préfète|procureur|procureure|avocat|avocate|porte-parole|juge|chef|cheffe"
        r"|secrétaire|général|générale|professeur|professeure|docteur|médecin|économiste|historien|historienne"
        r"|chercheur|chercheuse|candidat|candidate|premier|première|ancien|ancienne|nouveau|nouvelle|adjoint|adjointe"
        r"|élu|élue|conseiller|conseillère|municipal|municipale|écologiste|socialiste|syndicaliste|entraîneur|témoin"
        r"|capitaine|colonel|commandant|sociologue|politologue|journaliste|écrivain|écrivaine|fondateur|fondatrice",
        holders="ministre|maire|président|présidente|directeur|directrice|député|députée|sénateur|sénatrice|préfet"
        "|préfète|procureur|procureure|secrétaire",
        of="de la|de l'|du|des|d'|de",
        bodies="conseil|région|département|syndicat|parti|groupe|club|port|ville|université|hôpital",
        behind="à|au|aux|dans|sur|en|lors|ce|hier|devant|après|pendant|lundi|mardi|mercredi|jeudi|vendredi|samedi"
        "|dimanche|avant|sans|depuis|mais|le|auprès|avec|par|dès|aujourd'hui",
    ),
    "es": Callings(
        says="dijo|dice|afirmó|afirma|señaló|señala|explicó|explica|declaró|declara|anunció|aseguró|asegura|indicó"
        "|indica|añadió|añade|agregó|agrega|subrayó|subraya|advirtió|advierte|criticó|según|manifestó|sostuvo|sostiene"
        "|comentó|apuntó|recordó|insistió|respondió|concluyó|escribió|reconoció|lamentó|ha (?:dicho|afirmado|señalado"
        "|explicado|declarado|asegurado|indicado|añadido|subrayado|advertido|manifestado|recordado|destacado)|destacó",
        articles="el|la|un|una",
        callings=r"señor|señora|sr|sra|don|doña|dr|dra|ministro|ministra|alcalde|alcaldesa|presidente|presidenta"
        r"|director|directora|diputado|diputada|senador|senadora|portavoz|vocero|vocera|abogado|abogada|juez|jueza"
        r"|fiscal|jefe|jefa|secretario|secretaria|general|profesor|profesora|doctor|doctora|médico|médica|economista"
        r"|historiador|historiadora|investigador|investigadora|candidato|candidata|primer|primera|ex|exministro"
        r"|exministra|expresidente|expresidenta|exalcalde|exalcaldesa|concejal|concejala|consejero|consejera|líder"
        r"|gobernador|gobernadora|canciller|rey|reina|entrenador|entrenadora|capitán|escritor|escritora|testigo",
        holders="ministro|ministra|alcalde|alcaldesa|presidente|presidenta|director|directora|consejero|consejera"
        "|gobernador|gobernadora|secretario|secretaria|concejal|concejala",
        of="de la|del|de los|de las|de",
        bodies="gobierno|consejo|sindicato|partido|puerto|club|congreso|parlamento|ayuntamiento|tribunal|banco",
        behind="a|al|en|ante|durante|tras|este|esta|ayer|hoy|el|sobre|desde|por|con|después|antes|lunes|martes"
        "|miércoles|jueves|viernes|sábado|domingo|luego",
    ),
    "it": Callings(
        says="(?:ha|aveva) (?:detto|dichiarato|spiegato|affermato|annunciato|aggiunto|sottolineato|avvertito|assicurato"
        "|raccontato|precisato|scritto|risposto|commentato|concluso|ribadito|ricordato|osservato)|dice|spiega|afferma"
        "|dichiara|aggiunge|sottolinea|secondo|disse|commenta|racconta|ricorda|conclude|scrive|osserva|avverte|precisa",
        articles="il|lo|la|l'|un|una|un'",
        callings=r"signor|signora|sig|dottor|dottoressa|dott|ministro|ministra|sindaco|sindaca|presidente|direttore"
        r"|direttrice|deputato|deputata|senatore|senatrice|portavoce|avvocato|avvocata|avvocatessa|giudice|procuratore"
        r"|procuratrice|capo|segretario|segretaria|generale|professore|professoressa|prof|medico|economista|storico"
        r"|storica|ricercatore|ricercatrice|candidato|candidata|primo|prima|ex|assessore|assessora|consigliere"
        r"|consigliera|governatore|governatrice|leader|premier|allenatore|capitano|scrittore|scrittrice|testimone|don",
        holders="ministro|ministra|sindaco|sindaca|presidente|direttore|direttrice|assessore|assessora|governatore"
        "|segretario|segretaria|procuratore",
        of="della|del|dell'|dello|dei|degli|delle|di|alla|all'|al",
        bodies="consiglio|sindacato|partito|porto|club|regione|governo|parlamento|tribunale|comune|banca",
        behind="a|al|alla|ai|in|nel|nella|su|durante|dopo|ieri|oggi|davanti|per|con|lunedì|martedì|mercoledì|giovedì"
        "|venerdì|sabato|domenica|prima|da|poi",
    ),
    "pt": Callings(
        says="disse|diz|afirmou|afirma|explicou|explica|declarou|declara|anunciou|garantiu|informou|acrescentou"
        "|ressaltou|destacou|alertou|criticou|segundo|contou|relatou|comentou|lembrou|respondeu|concluiu|escreveu"
        "|lamentou|avaliou|avalia|reforçou|completou|ponderou",
        articles="o|a|um|uma",
        callings=r"senhor|senhora|sr|sra|dom|dona|dr|dra|ministro|ministra|prefeito|prefeita|presidente|presidenta"
        r"|diretor|diretora|deputado|deputada|senador|senadora|porta-voz|advogado|advogada|juiz|juíza|promotor"
        r"|promotora|chefe|secretário|secretária|geral|professor|professora|doutor|doutora|médico|médica|economista"
        r"|historiador|historiadora|pesquisador|pesquisadora|candidato|candidata|primeiro|primeira|ex|ex-ministro"
        r"|ex-ministra|ex-presidente|ex-prefeito|ex-prefeita|vereador|vereadora|governador|governadora|líder|delegado"
        r"|delegada|coordenador|coordenadora|técnico|técnica|capitão|escritor|escritora|testemunha",
        holders="ministro|ministra|prefeito|prefeita|presidente|diretor|diretora|secretário|secretária|governador"
        "|governadora|coordenador|coordenadora",
        of="da|do|das|dos|de",
        bodies="conselho|sindicato|partido|porto|clube|governo|congresso|parlamento|tribunal|banco|câmara",
        behind="diante|a|à|ao|aos|em|no|na|durante|após|ontem|hoje|nesta|neste|sobre|por|com|depois|antes|segunda-feira"
        "|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo",
    ),
    "nl": Callings(
        says="zei|zegt|verklaarde|verklaart|vertelde|vertelt|stelde|stelt|aldus|volgens|schreef|schrijft|benadrukte"
        "|voegde|meldde|meldt|vindt|reageerde|reageert|liet|waarschuwde|waarschuwt|antwoordde|legde|erkende",
        articles="de|een",
        callings=r"meneer|mevrouw|heer|dhr|mevr|mw|dr|prof|professor|minister|premier|burgemeester|wethouder|president"
        r"|voorzitter|voorzitster|directeur|directrice|kamerlid|raadslid|woordvoerder|woordvoerster|advocaat|advocate"
        r"|rechter|officier|hoofd|secretaris|generaal|hoogleraar|arts|econoom|onderzoeker|onderzoekster|kandidaat"
        r"|oud-minister|oud-burgemeester|voormalig|voormalige|nieuwe|demissionair|staatssecretaris|partijleider"
        r"|fractievoorzitter|trainer|coach|schrijver|schrijfster|getuige|vakbondsleider|korpschef|politicus|politica",
        holders="minister|burgemeester|voorzitter|directeur|president|hoofd",
        of="van de|van het|van",
        bodies="vakbond|partij|haven|club|gemeente|raad|bank|provincie",
        behind="op|in|tegen|vandaag|gisteren|tijdens|na|bij|aan|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag"
        "|zondag|over|voor|later|eerder|daarover|toe|weten|uit|met",
    ),
}
