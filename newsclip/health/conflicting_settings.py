"""Settings that contradict each other: a start refuses them before anything runs, and the doctor names them."""

from collections.abc import Iterator

from newsclip.health.findings import Finding, bad
from newsclip.options import Options


def conflicting_settings(options: Options) -> Iterator[Finding]:
    """What no worker could do as it is set: it would end each time it is started, or break a limit."""
    if options.writer != "llm":
        return
    llm = options.llm
    if not llm.model:
        says = "NEWSCLIP_WRITER=llm needs the model's name at its server."
        yield bad("model", says, "Set NEWSCLIP_LLM_MODEL, or unset NEWSCLIP_WRITER to write without a model.")
    if llm.cost_a_day and not any(llm.prices):
        says = "NEWSCLIP_LLM_COST_A_DAY limits nothing, since the model's prices are not set."
        yield bad("model", says, "Set NEWSCLIP_LLM_PRICES, or limit the tokens: NEWSCLIP_LLM_TOKENS_A_DAY")
