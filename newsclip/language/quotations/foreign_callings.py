"""What may stand between a verb of saying and the name of who says it, beyond English: the finder's own word lists."""

from collections.abc import Sequence

_ARTICLES = {
    "de": "der die ein eine",
    "fr": "le la l un une",
    "es": "el la un una",
    "pt": "o a um uma",
    "it": "il lo la l un una",
}
_CALLINGS = {
    "de": "herr frau dr prof professor professorin anwalt anwältin arzt ärztin rat rätin kanzler kanzlerin",
    "fr": """m mme mlle dr ministre maire président présidente directeur directrice député députée sénateur sénatrice
        préfet préfète procureur procureure avocat avocate porte-parole juge chef cheffe secrétaire général générale
        professeur professeure médecin ancien ancienne nouveau nouvelle premier première adjoint adjointe conseiller
        conseillère économiste historien historienne chercheur chercheuse candidat candidate entraîneur capitaine
        sociologue politologue""",
    "es": """señor señora sr sra don doña dr dra ministro ministra alcalde alcaldesa presidente presidenta director
        directora diputado diputada senador senadora portavoz abogado abogada juez jueza fiscal jefe jefa secretario
        secretaria general profesor profesora doctor doctora médico médica economista historiador historiadora
        investigador investigadora candidato candidata concejal concejala consejero consejera gobernador gobernadora
        ex expresidente exministro exministra primer primera líder""",
    "pt": """senhor senhora sr sra dom dona dr dra ministro ministra prefeito prefeita presidente presidenta diretor
        diretora deputado deputada senador senadora porta-voz advogado advogada juiz juíza promotor promotora chefe
        secretário secretária geral professor professora médico médica economista historiador historiadora pesquisador
        pesquisadora candidato candidata vereador vereadora governador governadora delegado delegada ex-ministro
        ex-prefeito ex-presidente primeiro primeira coordenador coordenadora líder""",
    "it": """signor signora sig dottor dottoressa ministro ministra sindaco sindaca presidente direttore direttrice
        deputato deputata senatore senatrice portavoce avvocato avvocata giudice procuratore procuratrice capo
        segretario segretaria generale professore professoressa medico economista storico storica ricercatore
        ricercatrice candidato candidata assessore assessora consigliere consigliera governatore leader premier ex
        primo prima allenatore capitano""",
}
_CALLING_ENDS = {
    "de": """minister ministerin präsident präsidentin sprecher sprecherin meister meisterin leiter leiterin chef
        chefin direktor direktorin vorsitzende vorsitzender forscher forscherin trainer trainerin führer führerin
        lehrer lehrerin anwalt anwältin rat rätin experte expertin politiker politikerin sekretär sekretärin richter
        richterin kommissar kommissarin beauftragte beauftragter inhaber inhaberin besitzer besitzerin gründer
        gründerin ärztin arzt historiker historikerin ökonom ökonomin""",
}
_ADJECTIVES = {
    "de": "frühere früherer ehemalige ehemaliger neue neuer amtierende amtierender stellvertretende stellvertretender",
}
_ON = {
    "de": "dort hier am im in bei beim nach vor zu zum auf gegenüber heute gestern weiter dazu dem den über",
    "fr": "à au aux dans sur en lors ce hier devant après pendant lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "a al en ante durante tras este esta ayer hoy el sobre desde con",
    "pt": "diante a à ao aos em no na durante após ontem hoje nesta neste sobre com",
    "it": "a al alla ai in nel nella su durante dopo ieri oggi davanti lunedì martedì mercoledì giovedì venerdì",
}


def calls(words: str, language: str) -> bool:
    """Whether the words before a name are an article and what somebody is called, and no more."""
    said = words.replace("’", " ").replace("'", " ").split()
    if said and said[0].lower() in _of(_ARTICLES, language):
        said = said[1:]
    return all(_is_calling(word.strip(".").lower(), language) for word in said)


def goes_on(words: str, language: str) -> bool:
    """Whether the clause may go on so behind a name that says it: to whom, when and where."""
    said = words.split()
    return not said or said[0].lower() in _of(_ON, language)


def _is_calling(word: str, language: str) -> bool:
    if word in _of(_CALLINGS, language) or word in _of(_ADJECTIVES, language):
        return True
    return word.endswith(tuple(_of(_CALLING_ENDS, language)))


def _of(lists: dict[str, str], language: str) -> Sequence[str]:
    return lists.get(language[:2], "").split()
