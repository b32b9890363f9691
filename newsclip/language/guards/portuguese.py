"""Portuguese."""

from newsclip.language.guards.record import UNSUPPORTED, Guards, listed

GUARDS = Guards(
    negation=listed("""
        não, nunca, jamais, nada, ninguém, nenhum, nenhuma, nem, tampouco, sem, mal, falta, faltam, faltou
        impossível, falso, falsa, falsamente, incapaz, nega, negam, negou, negaram, negado, negar, desmente
        desmentem, desmentiu, desmentiram, desmentido, rejeita, rejeitam, rejeitou, rejeitaram, rejeitado, recusa
        recusam, recusou, recusaram, recusado, fracassa, fracassou, fracasso, falhou, falha, evita, evitou, evitar
        impede, impediu, impedir, proibido, proibida, proíbe, cancelado, cancelada, cancelou, retirado, retirada
        absolvido, absolvida, em vez de, ao invés de, salvo, exceto, menos, à exceção de, à parte, longe de
        contesta, contestou
    """),
    condition=listed("""
        se, caso, desde que, contanto que, a menos que, a não ser que, sob a condição, com a condição, na condição
        sob condição, em caso de, no caso de, enquanto, até, até que, antes que, antes de, uma vez, uma vez que
        quando, assim que, logo que, depende, dependerá, dependendo, sujeito a, sujeita a, condicionado
        condicionada, somente, só, apenas, unicamente, exclusivamente, supondo, do contrário, senão, mesmo se
        mesmo que, ainda que, salvo se, exceto se, pelo menos, no máximo, no mínimo, conforme se, porque, já que
        visto que, para que, a fim de, conquanto, caso contrário
    """),
    hedge=listed("""
        pode, podem, poderia, poderiam, poderá, poderão, podia, deve, devem, deveria, deveriam, deverá, deverão
        devia, seria, seriam, teria, teriam, haveria, faria, fariam, estaria, estariam, iria, iriam, talvez, quiçá
        porventura, possível, possíveis, possivelmente, possibilidade, provável, prováveis, provavelmente, suposto
        suposta, supostos, supostas, supostamente, alegado, alegada, alegadamente, aparente, aparentemente, parece
        parecem, parecia, ao que parece, suspeito, suspeita, suspeitas, suspeitos, quase, cerca de, perto de, uns
        umas, aproximadamente, mais ou menos, em torno de, por volta de, em parte, parcialmente, às vezes, previsto
        prevista, prevê, preveem, planeja, planejam, planejado, propõe, proposta, proposto, pretende, pretendem
        tenta, tentam, tentou, tentativa, espera, esperam, esperado, esperava, incerto, incerta, dúvida, dúvidas
        duvidoso, rumor, rumores, boato, boatos, não confirmado, provisório, provisoriamente, preliminar, estimado
        estimada, hipotético, fictício, sátira, ameaça, ameaçou, quer, querem, queria, chamado, chamada
        opinião, humor
    """),
    attribution=listed("""
        segundo, de acordo com, conforme, na opinião de, no entender de, nas palavras de, no dizer de, a juízo de
        aos olhos de, para a oposição, fontes, fonte, diz, dizem, disse, disseram, dizia, dito, dizer, afirma
        afirmam, afirmou, afirmaram, afirmado, assegura, asseguram, assegurou, garante, garantem, garantiu
        garantiram, explica, explicam, explicou, explicaram, declara, declaram, declarou, declararam, declaração
        sustenta, sustentam, sustentou, alega, alegam, alegou, alegaram, acusa, acusam, acusou, acusaram, acusado
        acusada, acusação, acusações, denuncia, denunciam, denunciou, denunciaram, anuncia, anunciam, anunciou
        anunciaram, informa, informam, informou, informaram, relatório, indica, indicam, indicou, indicaram, alerta
        alertam, alertou, alertaram, acrescenta, acrescentou, ressalta, ressaltou, destaca, destacou, aponta
        apontam, apontou, conta, contam, contou, contaram, escreve, escreveu, escreveram, confirma, confirmou
        confirmaram, admite, admitiu, admitiram, reconhece, reconheceu, promete, prometeu, acredita, acreditam
        acreditava, pensa, pensam, opina, considera, consideram, considerou, estima, estimam, teme, temem, critica
        criticou, criticaram, atribui, atribuem, atribuiu, revela, revelou, conclui, concluiu, réu, indiciado
        porta-voz, versão, opinião, classificou, insiste, insistiu, cita, citou, responde, respondeu, relata
        relatou, reporta, avisa, avisou, adverte, advertiu, comentou, defende, defendeu
    """),
    contrast=listed("""
        mas, porém, contudo, todavia, entretanto, no entanto, não obstante, embora, apesar de, apesar disso
        ainda que, mesmo que, se bem que, enquanto que, ao passo que, ao contrário, pelo contrário, contrário a
        em contrapartida, por outro lado, em contraste, diferentemente de, ainda assim, mesmo assim
        de qualquer forma, contra, ou, ou ambos, ou ambas, ou então, antes, depois, mais tarde, exceto que
        salvo que, já, ex, ex-ministro, antigo, antiga, como se, em compensação, só que, senão
    """),
    connective=listed("""
        no entanto, porém, contudo, entretanto, além disso, por outro lado, enquanto isso, mas, e, também, assim
        portanto, por fim, finalmente, por sua vez, de fato, ainda, aliás, ao mesmo tempo, igualmente
    """),
    conjunction=listed("mas, e"),
    addition=UNSUPPORTED,
    label=listed("""
        ao vivo, vivo, vídeo, video, foto, fotos, exclusivo, exclusiva, última hora, urgente, alerta, atualização
        atualizado, podcast, galeria, em imagens, notícia, notícias, em direto, direto
    """),
    genre=listed("""
        opinião, coluna, colunas, colunista, editorial, carta, cartas, leitor, leitores, artigo, comentário
        sátira, humor, charge, ficção, romance, livros, teatro, cinema, filme, crítica, horóscopo, arquivo
        publicidade, patrocinado, quiz, boato, boatos, blog, debate, análise
    """),
    leaning=UNSUPPORTED,
    day=listed("""
        na segunda-feira, na terça-feira, na quarta-feira, na quinta-feira, na sexta-feira, no sábado, no domingo
        ontem, hoje, nesta segunda-feira, nesta terça-feira, nesta quarta-feira, nesta quinta-feira
        nesta sexta-feira, neste sábado, neste domingo, na semana passada, nesta segunda, nesta terça, nesta quarta
        nesta quinta, nesta sexta
    """),
    pronoun=UNSUPPORTED,
    his=listed("""
        senhor, sr, sr., dom, prefeito, ministro, diretor, rei, advogado
    """),
    her=listed("""
        senhora, sra, sra., dona, prefeita, ministra, diretora, rainha, advogada
    """),
    joint=UNSUPPORTED,
    phrases=False,
)
