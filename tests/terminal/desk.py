"""The browser on a corpus of tests: ``python -m tests.terminal.desk HOME [COUNT]``, COUNT articles."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from tests.app.desk import Analysis, open_desk
from tui.app.main import run
from tui.model import AnalysedArticle, Article, Claim, Mention

_TOPICS = ("harbour dues", "tram fares", "school meals", "library hours", "flood walls", "bus lanes")


def texts(count: int) -> dict[str, str]:
    """`count` short articles, the first of them 100 kB long."""
    return {f"{number:05}.txt": _text(number, 400 if number == 0 else 3) for number in range(count)}


def _text(number: int, sentences: int) -> str:
    topic = _TOPICS[number % len(_TOPICS)]
    said = (
        f"The {topic} rise by {step + 1} percent in district {number}, clerk {step} said."
        for step in range(sentences)
    )
    return "\n\n".join([f"Council note {number} on {topic}", *(f"{words} {_FILLER}" for words in said)])


_FILLER = (
    "Nobody at the long table had asked for the paper, “or read it”, and the clerk went home early. " * 2
)


def analyse(articles: Iterable[Article], *_: object) -> Analysis:
    """One claim for each paragraph."""
    kept = list(articles)
    found = [AnalysedArticle(article.content_id, article, (), ()) for article in kept]
    return Analysis(found, [claim for article in kept for claim in _claims(article)])


def _claims(article: Article) -> Iterable[Claim]:
    at = article.text.find("The ")
    number = 0
    while at >= 0:
        end = article.text.index(",", at)
        words = article.text[at:end]
        mention = Mention(article.content_id, at, end, words, "reports", "example", "clerk", None, ("clerk",))
        yield Claim(f"{article.content_id}.{number}", words, "attributed", (), ("clerk",), (mention,), ())
        number += 1
        at = article.text.find("\nThe ", end)
        at = at + 1 if at >= 0 else at


def main() -> int:
    home = Path(sys.argv[1])
    if len(sys.argv) == 2:
        return run(open_desk(home, scan=False))
    return run(open_desk(home, scan=False, texts=texts(int(sys.argv[2])), analyse=analyse))


if __name__ == "__main__":
    sys.exit(main())
