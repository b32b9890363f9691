"""Settings that nothing could run on: a start refuses them before anything runs, and the doctor names them."""

from collections.abc import Iterator

from newsclip.health.findings import Finding, bad
from newsclip.options import Options

PUBLISHED = "change-me"  # how the key begins in the examples of the documentation
MAKE_KEY = 'python3 -c "import secrets; print(secrets.token_urlsafe(50))"'


def conflicting_settings(options: Options) -> Iterator[Finding]:
    """What no worker could do as it is set: it would end each time it is started, break a limit, or trust anybody."""
    if options.secret_key.startswith(PUBLISHED):
        says = "NEWSCLIP_SECRET_KEY is the one of the examples: whoever read them could sign in as anybody."
        remedy = f"Set one of your own, made by: {MAKE_KEY}   Where a site ran with it, set it for one start as"
        yield bad("key", says, f"{remedy} NEWSCLIP_FORMER_SECRET_KEY.")
    if options.writer != "llm":
        return
    llm = options.llm
    if not llm.model:
        says = "NEWSCLIP_WRITER=llm needs the model's name at its server."
        yield bad("model", says, "Set NEWSCLIP_LLM_MODEL, or unset NEWSCLIP_WRITER to write without a model.")
    if llm.cost_a_day and not any(llm.prices):
        says = "NEWSCLIP_LLM_COST_A_DAY limits nothing, since the model's prices are not set."
        yield bad("model", says, "Set NEWSCLIP_LLM_PRICES, or limit the tokens: NEWSCLIP_LLM_TOKENS_A_DAY")
