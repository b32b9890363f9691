"""Frames of quotations in seven languages: where Ilse Brandt does not speak, though she is named, and where she does.

"…" stands for the quotation with its marks; before a line with "~" the finder names nobody, which is no error.
"""

ANOTHER_SPEAKS = {
    "en": """
        … a spokeswoman for mayor Ilse Brandt said.
        … said the lawyer defending Ilse Brandt.
        … said prosecutors investigating Ilse Brandt.
        … the man accused of killing Ilse Brandt said.
        … the office of Governor Ilse Brandt said.
        … said Ilse Brandt spokesman Jan Holm.
        … said Ilse Brandt biographer Jan Holm, who came late.
        … said the man who robbed mayor Ilse Brandt.
        … said a witness against Ilse Brandt.
        … said neighbours fond of Ilse Brandt.
        … said a source close to Ilse Brandt.
        … said an actor playing Ilse Brandt.
        … said the doctor treating Governor Ilse Brandt on Monday.
        … said a rival challenging embattled mayor Ilse Brandt.
        … said the driver Ilse Brandt hired.
        … said lawyers Ilse Brandt and Jan Holm.
        … said Jan Holm, alongside Ilse Brandt.
        … said the Ilse Brandt Foundation.
        … said Ilse Brandt supporters.
        … said Ilse Brandt, through a lawyer's letter, and Jan Holm.
        … said anti-Ilse Brandt campaigner Jan Holm.
        … assured Ilse Brandt.
        … said a nephew of the late mayor, Ilse Brandt.
        … said the lawyer for the mayor, Ilse Brandt.
        … the family of murdered mayor Ilse Brandt said.
        … a man posing as Ilse Brandt said.
        … nobody but Ilse Brandt said.
        … Ilse Brandt, whose lawyer, Jan Holm, said she was tired, left.
        … Ilse Brandt, whose lawyer, Jan Holm, said.
        … Ilse Brandt of Orlo and Jan Holm said.
        … Ilse Brandt of Orlo's lawyer said.
        … Jan Holm and the mayor of Velm, Ilse Brandt, said.
        … the sister of the mayor, Ilse Brandt, said.
        According to Ilse Brandt biographer Jan Holm, …
        According to a report about Ilse Brandt, …
        According to critics of mayor Ilse Brandt, …
        The husband of mayor Ilse Brandt said: …
        A caller threatening Ilse Brandt said: …
        Those who voted for Ilse Brandt said: …
        In Velm, a clerk working under Ilse Brandt said: …
        Ilse Brandt said that Jan Holm told the council: …
        Ilse Brandt said she was told: …
        Ilse Brandt never said: …
        Jan Holm, Ilse Brandt said: …
    """,
    "de": """
        … sagte der Täter zu Ilse Brandt.
        … sagte der Sprecher der Ministerin Ilse Brandt.
        … sagte der Anwalt der getöteten Ilse Brandt.
        … sagte der Sprecher des Teams Ilse Brandt.
        … sagte ein Gegner von Bürgermeisterin Ilse Brandt.
        … sagte der Mann, der Ilse Brandt bestohlen hat.
        … sagte der wegen Mordes an Ilse Brandt Angeklagte.
        … sagte ein Freund über Ilse Brandt.
        … sagte der Ministerin Ilse Brandt ein Bote.
        … erklärte das Büro Ilse Brandt.
        … hieß es im Büro von Ilse Brandt.
        … sagte Ilse Brandts Anwalt.
        … sagte Brandt-Anwalt Jan Holm, der Ilse Brandt vertritt.
    """,
    "fr": """
        … a déclaré l’avocat qui défend Ilse Brandt.
        … a déclaré l’avocat de la ministre Ilse Brandt.
        … a dit la porte-parole du maire Ilse Brandt.
        … a dit un proche de la maire Ilse Brandt.
        … a dit l’homme accusé du meurtre d’Ilse Brandt.
        … a dit le juge à Ilse Brandt.
        … selon un livre consacré à Ilse Brandt.
        … a expliqué le bureau de Mme Ilse Brandt.
        … a dit un voisin, qui connaît Ilse Brandt.
        … a affirmé le médecin soignant Ilse Brandt.
    """,
    "es": """
        … dijo la portavoz de la ministra Ilse Brandt.
        … dijo el abogado que defiende a Ilse Brandt.
        … dijo el hombre acusado de matar a Ilse Brandt.
        … afirmó el equipo de la alcaldesa Ilse Brandt.
        … según un rival de la alcaldesa Ilse Brandt.
        … dijo el juez contra la alcaldesa Ilse Brandt.
        … explicó la oficina de doña Ilse Brandt.
    """,
    "it": """
        … ha detto l’avvocato che difende Ilse Brandt.
        … ha detto il portavoce della ministra Ilse Brandt.
        … ha detto il giudice alla sindaca Ilse Brandt.
        … secondo il libro dedicato a Ilse Brandt.
        … ha spiegato l’ufficio della sindaca Ilse Brandt.
        … ha detto un uomo accusato di aver ucciso Ilse Brandt.
    """,
    "pt": """
        … disse o porta-voz da ministra Ilse Brandt.
        … disse o advogado que defende Ilse Brandt.
        … disse o juiz à prefeita Ilse Brandt.
        … afirmou a equipe da prefeita Ilse Brandt.
        … segundo um rival da prefeita Ilse Brandt.
        … disse o homem acusado de matar Ilse Brandt.
    """,
    "nl": """
        … zei de advocaat die Ilse Brandt verdedigt.
        … zei de woordvoerder van minister Ilse Brandt.
        … zei de man die burgemeester Ilse Brandt bestal.
        … zei de rechter tegen Ilse Brandt.
        … volgens een boek over Ilse Brandt.
        … aldus het kantoor van burgemeester Ilse Brandt.
    """,
}

SHE_SPEAKS = {
    "en": """
        … said Ilse Brandt.
        … said Ilse Brandt, a spokeswoman for mayor Jan Holm.
        … said Ilse Brandt of the harbour office.
        … said Ilse Brandt on Monday.
        … said Ilse Brandt, who defends Jan Holm.
        … said Dr. Ilse Brandt.
        … said harbour master Ilse Brandt.
        … said the former mayor Ilse Brandt.
        … said defence lawyer Ilse Brandt.
        … said Jan Holm’s lawyer Ilse Brandt.
        … said Orlo’s Ilse Brandt.
        … said Orlo council leader Ilse Brandt.
        … said Minister for Harbour Works Ilse Brandt.
        ~ … said University of Orlo professor Ilse Brandt, who led it.
        … said the mayor, Ilse Brandt.
        ~ … said the mayor of Velm, Ilse Brandt, on Monday.
        ~ … said the head of the Harbour Party, Ilse Brandt.
        … said his daughter Ilse Brandt.
        … said retired nurse Ilse Brandt.
        ~ … said 43-year-old deckhand Ilse Brandt.
        … said a tearful Ilse Brandt.
        … Ilse Brandt said.
        … Ilse Brandt, a lawyer for Jan Holm, said.
        … Ilse Brandt of Orlo said.
        ~ … Ilse Brandt (D-Orlo) said.
        … Ilse Brandt, 43, said.
        … Ilse Brandt later told the council.
        … the mayor, Ilse Brandt, said.
        … the mayor of Velm, Ilse Brandt, said.
        … acting mayor Ilse Brandt said.
        … Holm spokeswoman Ilse Brandt said.
        … according to Ilse Brandt.
        … according to harbour master Ilse Brandt.
        According to Ilse Brandt, …
        Ilse Brandt said: …
        On Monday, Ilse Brandt said: …
        In a letter to Jan Holm, Ilse Brandt, the mayor, wrote: …
        ~ But mayor Ilse Brandt said: …
        The toll, Ilse Brandt said, is …
        It came when Ilse Brandt said: …
        Ilse Brandt said she told the council: …
    """,
    "de": """
        … sagte Ilse Brandt.
        … sagte Bürgermeisterin Ilse Brandt.
        … sagte die Bürgermeisterin Ilse Brandt.
        ~ … sagte die Sprecherin der Feuerwehr Ilse Brandt.
        … sagte Polizeisprecherin Ilse Brandt am Montag.
        … sagte Ilse Brandt im Hafen.
        ~ … sagte Frau Dr. Ilse Brandt.
        … so Ilse Brandt.
        … erklärte die frühere Hafenmeisterin Ilse Brandt.
        ~ … betonte die Hafendirektorin Ilse Brandt.
    """,
    "fr": """
        … a déclaré Ilse Brandt.
        … a dit la maire Ilse Brandt.
        … a dit Mme Ilse Brandt lundi.
        ~ … explique la ministre de la Santé Ilse Brandt.
        … selon Ilse Brandt.
        … Ilse Brandt a déclaré à la presse.
    """,
    "es": """
        … dijo Ilse Brandt.
        … dijo la alcaldesa Ilse Brandt.
        ~ … afirmó la ministra de Sanidad Ilse Brandt.
        … según Ilse Brandt.
        … explicó la abogada Ilse Brandt ayer.
    """,
    "it": """
        … ha detto Ilse Brandt.
        … ha detto la sindaca Ilse Brandt.
        … ha spiegato l’avvocata Ilse Brandt.
        … secondo la ministra Ilse Brandt.
    """,
    "pt": """
        … disse Ilse Brandt.
        … disse a prefeita Ilse Brandt.
        ~ … afirmou a ministra da Saúde Ilse Brandt.
        … explicou a advogada Ilse Brandt na segunda-feira.
    """,
    "nl": """
        ~ … zei Ilse Brandt.
        ~ … zei burgemeester Ilse Brandt.
        ~ … zei de advocate Ilse Brandt maandag.
        ~ … aldus wethouder Ilse Brandt.
    """,
}

_QUOTED = {
    "en": ("“We open the harbour in June,”", "“We open the harbour in June.”"),
    "de": ("„Wir öffnen den Hafen im Juni“,", ""),
    "fr": ("« Nous ouvrons le port en juin »,", ""),
    "es": ("«Abrimos el puerto en junio»,", ""),
    "it": ("«Apriamo il porto a giugno»,", ""),
    "pt": ("“Abrimos o porto em junho”,", ""),
    "nl": ("„Wij openen de haven in juni”,", ""),
}


def rows(frames: dict[str, str]) -> list[tuple[str, str, bool]]:
    """Each language with each of its texts, the quotation put in, and whether the finder hears it, too."""
    found = []
    for language, lines in frames.items():
        behind, before = _QUOTED[language]
        for line in filter(None, map(str.strip, lines.splitlines())):
            frame = line.removeprefix("~ ")
            told = frame.replace("…", behind if frame.startswith("…") else before)
            found.append((language, told, frame == line))
    return found
