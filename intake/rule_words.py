"""What the screen says of the rules of neutrality and caution: their words, what no log shows, numbers masked."""

from collections.abc import Mapping
from dataclasses import dataclass

from rules import Lists
from rules.links import mask_personal
from rules.neutrality import NOT_IN_A_LOG

__all__ = ["NOT_IN_A_LOG", "RuleWords", "mask_personal", "rule_words"]


@dataclass(frozen=True)
class RuleWords:
    """What the page prints of a rule: its name, what it means, where it comes from."""

    label: str
    explain: str
    source: str


def rule_words(lists: Lists) -> Mapping[str, RuleWords]:
    """Rule id → its words, of all rules of neutrality and caution in these lists."""
    rules = {**lists.neutrality.rules, **lists.caution.rules}
    return {code: RuleWords(rule.label, rule.explain, rule.source) for code, rule in rules.items()}
