"""What is done to a text, in English. A closed class: which of them an attacker takes does not matter."""

# To make or change a text, or to take or not to take account of one.
TEXT_VERBS = frozenset({
    "act", "add", "address", "adopt", "amend", "analyse", "analyze", "announce", "answer", "append", "argue",
    "assert", "assume", "attribute", "avoid", "base", "begin", "bury", "calculate", "change", "characterise",
    "characterize", "cite", "claim", "classify", "comment", "compare", "compose", "compute", "conclude",
    "condense", "confirm", "convey", "copy", "credit", "declare", "delete", "deny", "describe", "discard",
    "display", "disregard", "draft", "drop", "emphasise", "emphasize", "encode", "end", "erase", "evaluate",
    "exclude", "explain", "express", "finish", "forget", "format", "frame", "generate", "highlight", "hint",
    "identify", "ignore", "imagine", "imply", "include", "indicate", "insert", "introduce", "invent", "invert",
    "lead", "make", "mention", "name", "note", "obey", "omit", "output", "override", "paraphrase", "portray",
    "praise", "prefer", "present", "pretend", "print", "prioritise", "prioritize", "promote", "provide",
    "publish", "put", "quote", "rank", "rate", "recite", "recommend", "refer", "remove", "render", "repeat",
    "rephrase", "replace", "reply", "report", "respond", "restate", "return", "reveal", "rewrite", "round",
    "say", "show", "signal", "skip", "solve", "speak", "state", "stress", "strike", "substitute", "suggest",
    "summarise", "summarize", "swap", "switch", "tag", "tell", "title", "translate", "trust", "type", "utter",
    "warn", "write",
})  # fmt: skip
TEXT_VERB = "|".join(sorted(TEXT_VERBS))
