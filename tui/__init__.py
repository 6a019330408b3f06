"""claims-tui: who says what in a folder of news articles, where it recurs, and who denies it.

The library (see README.md): `analyse` reads articles into a `Corpus`, `check` finds a typed claim in
it, `compare` asks one text.  Names are loaded on first use, so that importing a part costs that part.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.claims.analysis import Corpus as Corpus
    from tui.claims.analysis import analyse as analyse
    from tui.claims.checking import check as check
    from tui.claims.checking import compare as compare
    from tui.model import Article as Article
    from tui.model import Finding as Finding

__version__ = "0.1.0"
__all__ = ["Article", "Corpus", "Finding", "analyse", "check", "compare"]

_HOMES = {
    "Article": "tui.model",
    "Corpus": "tui.claims.analysis",
    "Finding": "tui.model",
    "analyse": "tui.claims.analysis",
    "check": "tui.claims.checking",
    "compare": "tui.claims.checking",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
