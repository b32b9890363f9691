"""Without a model, the themes that an article says in its own language decide its category."""

import pytest

from newsclip.adapters.embedded.static_vectors import StaticVectors
from newsclip.language.themes import stems
from newsclip.writing.tags.articles import Article
from newsclip.writing.tags.categories import categorise
from newsclip.writing.tags.hashtags import Topics, choose
from newsclip.writing.tags.keyphrases import Phrase
from newsclip.writing.tags.themes import mentioned

EMBEDDER = StaticVectors()
GERMAN = [
    ("Crime & Law", "Die Ermittler in Örlo haben zwei Männer festgenommen. Sie sitzen nach dem Raubüberfall in "
     "Untersuchungshaft, sagte die Staatsanwältin."),
    ("Disasters & Accidents", "Bei einem Verkehrsunfall in Kelmau kollidierte ein Bus mit einem Traktor. Die Feuerwehr "
     "befreite den Fahrer. Die Unfallursache ist offen."),
    ("Politics", "Nach der Landtagswahl in Velmark verhandeln die Parteichefs über eine Koalition. Die Wahlbeteiligung "
     "war hoch, die Fraktionen tagen am Montag."),
    ("World", "Der Waffenstillstand in Velland hielt nicht. Raketenangriffe trafen die Frontlinie, der Außenminister "
     "forderte neue Friedensgespräche."),
    ("Business", "Die Reederei Holm meldet Insolvenz an. Die Gewerkschaft fürchtet einen Stellenabbau. Die Aktie "
     "verlor ein Drittel."),
    ("Sports", "Der FC Kelmau gewann das Halbfinale in der Verlängerung. Torhüter Jonas Feld hielt einen Elfmeter, der "
     "Trainer lobte die Mannschaft."),
]  # fmt: skip
GERMAN_AND_GENERAL = [
    "Eine neue Bank steht am Hafen von Örlo. Die Bank ist grün. Auf dieser Bank sitzt Jonas Feld gern.",
    "Die Schülerinnen der Volksschule Kelmau pflanzen Bäume. Ihre Lehrerin hilft. Der Polizist Jonas Feld gießt sie.",
]
FRENCH = [
    ("Crime & Law", "Deux hommes ont été interpellés à Orlo après un cambriolage. Placés en garde à vue, ils nient. Le "
     "procureur a ouvert une information judiciaire."),
    ("Disasters & Accidents", "Un incendie a ravagé une grange à Kelmont. Les pompiers ont sauvé le fermier. "
     "L’accident n’a fait aucun blessé grave."),
    ("Politics", "Le maire de Velmar perd les élections municipales. Le scrutin ouvre la voie à une coalition, et le "
     "conseil municipal siégera lundi."),
    ("World", "Le cessez-le-feu n’a pas tenu au Velland. Des bombardements ont visé la ligne de front, selon le "
     "ministre des Affaires étrangères. Les négociations de paix sont suspendues."),
    ("Business", "L’armateur Holm est placé en redressement judiciaire. Les syndicats craignent des suppressions "
     "d’emplois. Le chiffre d’affaires a reculé d’un tiers."),
    ("Sports", "Le FC Kelmont gagne la demi-finale aux tirs au but. Le gardien de but Jonas Feld arrête deux penaltys, "
     "et l’entraîneur félicite ses joueurs."),
]  # fmt: skip
FRENCH_AND_GENERAL = [
    "Le vol des oies commence en mars. Ce vol est long. Leur vol passe par Orlo.",
    "Les élèves de l’école de Kelmont plantent des arbres. Leur professeur les aide. Un policier les arrose.",
]
SPANISH = [
    ("Crime & Law", "La fiscalía de Torrelmar pide doce años de cárcel por el robo. El tribunal escuchó al acusado"
     " y el juicio sigue el lunes."),
    ("Disasters & Accidents", "Un incendio quemó anoche el mercado de Valdoria. Los bomberos evacuaron a treinta "
     "vecinos. La explosión de gas dejó tres heridos graves."),
    ("Politics", "Las elecciones en Costa Brel serán en mayo. La candidata presentó su campaña electoral y el "
     "Congreso vota el proyecto de ley."),
    ("World", "El ejército de Velandia rompió el alto el fuego. Los misiles cayeron cerca de la embajada. Los "
     "refugiados cruzan la frontera."),
    ("Business", "La inflación en Torrelmar subió al cuatro por ciento. El banco central mantiene los tipos de "
     "interés y los sindicatos piden un aumento salarial."),
    ("Health", "El sarampión volvió a Valdoria. La vacuna protege a los pacientes, recuerda el ministerio de "
     "sanidad. Los centros de salud abren el domingo."),
]  # fmt: skip
SPANISH_AND_GENERAL = [
    "El banco del parque de Valdoria espera la lluvia. Cada martes, en el metro, es importante contar los cuentos.",
    "Los alumnos de la escuela de Torrelmar pintan la bolsa de la maestra. El profesor cedió el paso a la profesora.",
]
ITALIAN = [
    ("Crime & Law", "I carabinieri di Monterva hanno arrestato due uomini per la rapina. La procura indaga e il "
     "giudice ha deciso gli arresti domiciliari."),
    ("Disasters & Accidents", "L'alluvione ha colpito Valcerna nella notte. I vigili del fuoco cercano i dispersi."
     " Una frana ha chiuso la strada, evacuate trenta famiglie."),
    ("Politics", "Le elezioni a Portelmo si terranno in maggio. La campagna elettorale divide il centrodestra e il"
     " Senato vota il disegno di legge."),
    ("World", "L'esercito di Velandia ha rotto il cessate il fuoco. I missili sono caduti vicino all'ambasciata. I"
     " profughi attraversano il confine."),
    ("Business", "L'inflazione a Monterva sale al quattro per cento. La banca centrale non tocca i tassi di "
     "interesse, la Confindustria teme la recessione."),
    ("Sports", "L'attaccante del Valcerna ha segnato un gol in semifinale. L'allenatore loda la squadra di calcio,"
     " i tifosi cantano per il campionato."),
]  # fmt: skip
ITALIAN_AND_GENERAL = [
    "Le sedute del banco di Portelmo sono di legno. Dopo la partita di carte il portiere porta la posta al porto.",
    "Gli studenti della scuola di Valcerna leggono. Le maestre parlano piano, la moda di camminare in fila resta.",
]
PORTUGUESE = [
    ("Crime & Law", "A polícia civil prendeu dois homens em Vila Marel. O Ministério Público acusa a dupla de "
     "roubo, e o tribunal decidiu a prisão preventiva."),
    ("Disasters & Accidents", "As inundações isolaram Porto Alvo. Os bombeiros resgataram vinte moradores, a "
     "proteção civil pede cautela. Um deslizamento de terra fechou a estrada."),
    ("Politics", "As eleições em Serra Clara serão em maio. O candidato abriu a campanha eleitoral e a deputada "
     "vota o projeto de lei."),
    ("World", "O exército da Velândia quebrou o cessar-fogo. Os mísseis caíram perto da embaixada. Os refugiados "
     "passam a fronteira."),
    ("Business", "A inflação em Porto Alvo subiu para quatro por cento. O banco central mantém a taxa de juros e "
     "os sindicatos pedem um aumento salarial."),
    ("Environment", "O desmatamento perto de Serra Clara cresceu. A biodiversidade do parque nacional sofre, e as "
     "emissões de carbono sobem com a poluição."),
]  # fmt: skip
PORTUGUESE_AND_GENERAL = [
    "Cada banco nas praças de Vila Marel é importante. O livro fala do golfo, e a meia do piloto foi posta na cadeira.",
    "Os alunos da escola de Porto Alvo têm uma nova professora. As aulas começam com cheias de risos e peças curtas.",
]
SAID = [
    *(("de", *row) for row in GERMAN),
    *(("es", *row) for row in SPANISH),
    *(("fr", *row) for row in FRENCH),
    *(("it", *row) for row in ITALIAN),
    *(("pt", *row) for row in PORTUGUESE),
]
BY_WORDS = [  # these languages have no themes
    ("cs", "Sports", "Fotbalisté Orla vyhráli zápas. Brankář Jonas chytil penaltu, trenér chválil hráče."),
    ("da", "Crime & Law", "Politiet i Orlo har anholdt to mænd for et røveri. De er sigtet og skal for en dommer."),
    ("hi", "Health", "ओरलो के अस्पताल में मरीजों की संख्या बढ़ी।\nडॉक्टर टीका लगाने की सलाह देते हैं।"),
    ("id", "Disasters & Accidents", "Banjir dan longsor melanda Orlo. Tim SAR mencari korban, warga dievakuasi."),
    ("ja", "Politics", "オルロの市長選挙が始まった。野党の候補は予算を批判した。"),
    ("ko", "Business", "오를로 은행의 주가가 올랐다. 투자가 늘고 매출도 증가했다."),
    (
        "nl",
        "Environment",
        "De uitstoot van stikstof bij Orlo daalt. Bedreigde dieren keren terug.",
    ),
    ("no", "Sports", "Orlo vant kampen etter straffespark. Keeper Jonas reddet, og treneren roste spillerne."),
    (
        "pl",
        "Crime & Law",
        "Policja w Orlo zatrzymała dwóch mężczyzn. Prokurator postawił im zarzut, sąd czeka.",
    ),
    ("ru", "Science", "Ученые из Орло открыли планету. Исследование провели астрономы с помощью спутника."),
    ("sv", "Politics", "Regeringen i Orlo utlyser val. Väljarna röstar i maj, oppositionen startar sin valkampanj."),
    ("tr", "World", "Orlo ordusu ateşkesi bozdu. Füzeler büyükelçilik yakınına düştü, mülteciler sınırı geçiyor."),
    ("uk", "Entertainment", "Новий фільм знімають в Орло. Режисер шукає актора, музику пише співак."),
    ("zh", "Technology", "奥洛的公司推出人工智能软件。新芯片用于智能手机和机器人。"),
]
GENERAL = [
    *(("de", text) for text in GERMAN_AND_GENERAL),
    *(("es", text) for text in SPANISH_AND_GENERAL),
    *(("fr", text) for text in FRENCH_AND_GENERAL),
    *(("it", text) for text in ITALIAN_AND_GENERAL),
    *(("pt", text) for text in PORTUGUESE_AND_GENERAL),
]


def told(language: str, text: str) -> str:
    return categorise(Article("", text, language=language), embedder=EMBEDDER).category


@pytest.mark.parametrize(("language", "category", "text"), SAID)
def test_the_themes_of_a_language_tell_an_articles_category(language: str, category: str, text: str) -> None:
    assert told(language, text) == category


def test_a_theme_is_a_hashtag_once_whatever_letters_it_is_of() -> None:
    phrase = Phrase("élections municipales", ("élect", "municipal"), [0, 9], 1.0)
    assert choose(Topics([], [phrase], themes=["Élections"]), "fr", phrase.text) == ("#Élections",)


@pytest.mark.parametrize(("language", "category", "text"), BY_WORDS)
def test_without_themes_the_words_of_a_language_tell_an_articles_category(
    language: str, category: str, text: str
) -> None:
    assert told(language, text) == category


def test_a_sentence_without_a_theme_is_read_by_its_words() -> None:
    """ "Rapper" and "Bühne" are no themes, and neither are "Lied" and "Zuschauer"."""
    text = "Die Rapperin aus Örlo steht vor Zuschauern. Ihr neuer Song heißt Kelmau. Die Rapper des Ortes singen mit."
    assert told("de", text) == "Entertainment"


def test_one_word_again_and_again_tells_no_category() -> None:
    """It may have another meaning: "cel" is a cell of a body, too."""
    assert told("nl", "Een cel deelt zich. Zo een cel is klein. Deze cel groeit. Elke cel leeft.") == "General"


@pytest.mark.parametrize(("language", "text"), GENERAL)
def test_words_with_two_meanings_and_schools_tell_none(language: str, text: str) -> None:
    assert told(language, text) == "General"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "wählen bauen Stahl betrug schlagen malen kochen dichten schloss gründen rauchen richten stürmen"),
        (
            "fr",
            "importante tenir parler opération loi nuit mari camp général adopter réaliser entraîner manger lave délai",
        ),
        ("es", "importante martes lunes cometer sido mis dan pared caso atentos manifestó contar modo libre partido"),
        ("it", "importante dopo parte presto modo lottare quota sopra partita consigliato imposto cavi negozio misto"),
        ("pt", "importante cada nas dos sido parte modo livre atento procura executar cobrir tirar cadê vinha refere"),
    ],
)
def test_a_common_word_with_the_stem_of_a_theme_is_not_about_it(language: str, words: str) -> None:
    assert mentioned(stems(words, language), language) == set()
