"""A small corpus with its analysis written by hand: the browser is tested apart from the engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.app.tour import mark_seen
from tui.config import Config
from tui.model import (
    AnalysedArticle,
    Article,
    Claim,
    Kind,
    Mention,
    NumberGroup,
    NumberValue,
    Span,
    Stance,
    Status,
)
from tui.workspace.scanning import Analyse
from tui.workspace.workspace import Workspace

HERALD = """Bridge at Norrholm “about to fall”, engineer says

The Lund bridge at Norrholm may collapse before spring, a structural engineer told the Herald. \
Around 4,200 cars cross it every day, according to the road agency.

The engineer, who asked not to be named, said that cracks had been found in two of the nine piers. \
“Nobody wants to close it before the election,” the engineer said.

The city paid 1.2 million crowns for an inspection last year.
"""
COURIER = """City rejects report of cracks in Lund bridge

“There are no cracks in any pier,” said Ida Falk, spokeswoman for the city of Norrholm, on Tuesday. \
The Herald had reported that cracks had been found in two of the nine piers of the Lund bridge.

The road agency said it could not confirm the report. About 4,000 cars use the bridge daily, the agency added.
"""
EVENING = """Lund bridge: what is known

Cracks have been found in three of the nine piers, the Evening has learned.

The bridge was built in 1961. The city paid 1.2 million crowns for an inspection last year, \
budget papers show.

El puente 橋梁 “Brücke” déjà vu — naïve café, 🌉 and a\u0301ccents.
"""
TEXTS = {"courier.txt": COURIER, "evening.txt": EVENING, "herald.txt": HERALD}
_FACTS = {
    "herald": ("Herald", "2024-02-05"),
    "courier": ("Courier", "2024-02-06"),
    "evening": ("The Evening", "2024-02-07"),
}


@dataclass(frozen=True)
class _At:
    """Where a mention stands, by the words it begins and ends with."""

    paper: str
    words: str
    stance: Stance = "reports"
    by: str | None = None
    voice: str | None = None
    chain: tuple[str, ...] = ()
    kind: Kind = "paraphrase"
    cue: str = ""


@dataclass(frozen=True)
class _Story:
    text: str
    status: Status
    at: tuple[_At, ...]
    flags: Mapping[str, str]
    origins: tuple[str, ...] = ()


_STORIES = (
    _Story(
        "cracks had been found in two of the nine piers",
        "denied",
        (
            _At(
                "herald",
                "cracks had been found in two of the nine piers",
                by="engineer",
                chain=("engineer",),
                kind="verbatim",
            ),
            _At(
                "courier",
                "cracks had been found in two of the nine piers",
                by="Herald",
                chain=("engineer", "Herald"),
                kind="verbatim",
                cue="had reported",
            ),
            _At(
                "courier",
                "There are no cracks in any pier",
                "denies",
                "Ida Falk",
                "City of Norrholm",
                ("Ida Falk",),
                cue="no cracks",
            ),
            _At(
                "courier",
                "it could not confirm the report",
                "cannot-confirm",
                "road agency",
                None,
                ("road agency",),
                cue="could not confirm",
            ),
            _At(
                "evening",
                "Cracks have been found in three of the nine piers",
                "asserts",
                kind="number-variant",
            ),
        ),
        {"echo": "two outlets, one origin: engineer", "numbers-conflict": "two piers and three piers"},
        ("engineer",),
    ),
    _Story(
        "The Lund bridge at Norrholm may collapse before spring",
        "attributed",
        (
            _At(
                "herald",
                "The Lund bridge at Norrholm may collapse before spring",
                by="structural engineer",
                chain=("engineer",),
                kind="verbatim",
                cue="told",
            ),
        ),
        {"anonymous-origin": "the engineer is not named"},
        ("engineer",),
    ),
    _Story(
        "Around 4,200 cars cross it every day",
        "official",
        (
            _At(
                "herald",
                "Around 4,200 cars cross it every day",
                by="road agency",
                chain=("road agency",),
                kind="verbatim",
                cue="according to",
            ),
            _At(
                "courier",
                "About 4,000 cars use the bridge daily",
                by="road agency",
                chain=("road agency",),
                kind="number-variant",
                cue="added",
            ),
        ),
        {},
        ("road agency",),
    ),
    _Story(
        "The city paid 1.2 million crowns for an inspection last year",
        "corroborated",
        (
            _At(
                "herald",
                "The city paid 1.2 million crowns for an inspection last year",
                "asserts",
                kind="verbatim",
            ),
            _At(
                "evening",
                "The city paid 1.2 million crowns for an inspection last year",
                by="budget papers",
                chain=("budget papers",),
                kind="verbatim",
                cue="show",
            ),
        ),
        {},
        ("Herald", "budget papers"),
    ),
    _Story(
        "The bridge was built in 1961",
        "unsourced",
        (_At("evening", "The bridge was built in 1961", "asserts", kind="verbatim"),),
        {},
    ),
)


@dataclass(frozen=True)
class Analysis:
    """What an analysis gives a workspace."""

    articles: Sequence[AnalysedArticle]
    claims: Sequence[Claim]


def analyse(articles: Iterable[Article], *_: object) -> Analysis:
    """The analysis written by hand, of whichever of the three papers are there."""
    found = {Path(article.path or "").stem: article for article in articles}
    papers = {stem: _describe(stem, article) for stem, article in sorted(found.items())}
    claims = [claim for number, story in enumerate(_STORIES) if (claim := _claim(number, story, papers))]
    return Analysis([_analysed(article) for article in papers.values()], claims)


def _describe(stem: str, article: Article) -> Article:
    publisher, date = _FACTS.get(stem, (None, None))
    title = article.text.partition("\n")[0]
    return Article(article.text, article.path, title, publisher, date, None, article.sha256)


def _analysed(article: Article) -> AnalysedArticle:
    return AnalysedArticle(article.content_id, article, (), ())


def _claim(number: int, story: _Story, papers: Mapping[str, Article]) -> Claim | None:
    mentions = tuple(
        _mention(at, papers[at.paper])
        for at in story.at
        if at.paper in papers and at.words in papers[at.paper].text
    )
    if not mentions:
        return None
    numbers = tuple(_numbers(mentions)) if "numbers-conflict" in story.flags else ()
    flags = tuple(story.flags)
    return Claim(
        f"c{number:04}", story.text, story.status, flags, story.origins, mentions, numbers, dict(story.flags)
    )


def _mention(at: _At, article: Article) -> Mention:
    start = article.text.index(at.words)
    cue = article.text.find(at.cue) if at.cue else -1
    span = Span.of(article.text, cue, cue + len(at.cue)) if cue >= 0 else None
    return Mention(
        article.content_id,
        start,
        start + len(at.words),
        at.words,
        at.stance,
        f"stance.{at.stance}.example",
        at.by,
        at.voice,
        at.chain,
        at.chain,
        span,
        at.kind,
    )


def _numbers(mentions: Sequence[Mention]) -> Iterable[NumberGroup]:
    values = [
        NumberValue(
            m.article,
            m.start + m.text.index(word),
            m.start + m.text.index(word) + len(word),
            word,
            low,
            low,
            "pier",
        )
        for word, low in (("two", 2.0), ("three", 3.0))
        for m in mentions
        if word in m.text
        for at in [m.start + m.text.index(word)]
    ]
    yield NumberGroup("piers with cracks", "conflict", tuple(values))


def write(folder: Path, texts: Mapping[str, str] = TEXTS) -> Path:
    """The corpus as files, unless it is there already."""
    if not folder.exists():
        folder.mkdir(parents=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def open_desk(
    home: Path,
    keys: Mapping[str, str] | None = None,
    scan: bool = True,
    texts: Mapping[str, str] = TEXTS,
    analyse: Analyse = analyse,
    tour: bool = False,
    **settings: Any,
) -> Workspace:
    """A workspace over a corpus of `texts` that keeps everything below `home`; `settings` are Config's."""
    corpus = write(home / "corpus", texts)
    if not tour:
        mark_seen(home / "state")
    config = Config(
        corpus=(corpus,),
        voices=(),
        analyst="tester",
        cache_dir=home / "cache",
        data_dir=home / "data",
        state_dir=home / "state",
        user_file=home / "config.toml",
        keys=dict(keys or {}),
        **settings,
    )
    workspace = Workspace.open(config, config.corpus, analyse)
    if scan:
        workspace.scan()
    return workspace
