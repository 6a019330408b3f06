"""The month that is spelt like a modal verb."""

from __future__ import annotations

import re
from functools import cache

from tui.language.lexicon import words


@cache
def _may() -> re.Pattern[str]:
    """“in May”, “mid-May”, “May 4”, “4 May 2020”, “… in April and May.”; not “iPhone 7 May Be Delayed”."""
    before = "|".join(sorted(words("grammar", "before_months")))
    return re.compile(rf"\b(?i:{before})[ -]May\b|\bMay(?=,? \d|[.,;:]|$)")


def without_may(text: str) -> str:
    """The text with the month of May blanked out, so that “may” in it is the verb; offsets stay."""
    return _may().sub(lambda match: match[0][:-3] + "···", text) if "May" in text else text
