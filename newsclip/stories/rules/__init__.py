"""How stories are told apart: words to vectors, vectors to a score, texts to copies, dates to a phase. Pure."""
