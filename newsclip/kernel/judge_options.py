"""Which language model judges, as the operator names it: newsclip.options reads it with the rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsclip.kernel.environment import web_address

LOCAL_MODELS = "http://localhost:11434/v1"


@dataclass(frozen=True, slots=True)
class JudgeOptions:
    """The server and the model that judge sentences for which no proof was found; the writer's own where not set."""

    url: str
    model: str
    key: str = field(repr=False)


def judge_options(environ: Mapping[str, str]) -> JudgeOptions:
    """The writer's key goes to the writer's server alone. Raises SystemExit for what is no address."""
    url = web_address(environ, "NEWSCLIP_JUDGE_URL")
    usual = environ.get("NEWSCLIP_LLM_KEY", "") if not url else ""
    return JudgeOptions(
        url=url or web_address(environ, "NEWSCLIP_LLM_URL", LOCAL_MODELS),
        model=environ.get("NEWSCLIP_JUDGE_MODEL") or environ.get("NEWSCLIP_LLM_MODEL", ""),
        key=environ.get("NEWSCLIP_JUDGE_KEY") or usual,
    )
