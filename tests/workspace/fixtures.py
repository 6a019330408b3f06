"""A small corpus made by hand, with its analysis, for tests that need a workspace and not the engine.

Four outlets on a bridge said to be closing: the harbour authority says so, the city denies it, a
paper could not confirm it, and a fourth outlet repeats it after the denial.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.config import Config
from tui.model import (
    AnalysedArticle,
    Article,
    Attribution,
    Claim,
    Mention,
    NumberGroup,
    NumberValue,
    Sentence,
    Span,
    Stance,
    Voice,
)
from tui.workspace.workspace import Workspace

TEXTS: Mapping[str, tuple[str, str, str, str]] = {
    "courier.txt": (
        "Harbour bridge to close in May",
        "The Courier",
        "2024-03-01",
        "The harbour bridge will close in May, an engineer said. About 40,000 cars cross it every day.",
    ),
    "gazette.txt": (
        "City rejects bridge report",
        "Gazette",
        "2024-03-02",
        (
            "City Hall denied the report. “The bridge stays open,” mayor Ana Ruiz said. "
            "The bridge will close in May, the Courier had reported. 41,000 cars cross it every day."
        ),
    ),
    "ledger.txt": (
        "Is the bridge closing?",
        "The Ledger",
        "2024-03-02",
        "The Ledger could not verify that the harbour bridge will close in May.",
    ),
    "post.txt": (
        "Bridge shuts in May",
        "Evening Post",
        "2024-03-05",
        "The harbour bridge is going to close in May, according to the Courier. Trams were late on Monday.",
    ),
}
VOICES = (Voice("City Hall", aliases=("City Hall",), speakers=("Ana Ruiz",), roles=("mayor",)),)


@dataclass(frozen=True)
class Analysed:
    """What an analysis returns, as far as the workspace reads it."""

    articles: Sequence[AnalysedArticle]
    claims: Sequence[Claim]


def configure(tmp_path: Path, analyst: str = "kim", corpus: Sequence[Path] = ()) -> Config:
    """Settings that keep everything below `tmp_path`."""
    return Config(
        corpus=tuple(corpus) or (tmp_path / "corpus",),
        voices=VOICES,
        analyst=analyst,
        cache_dir=tmp_path / "cache",
        data_dir=tmp_path / "data",
        state_dir=tmp_path / "state",
        user_file=tmp_path / "config.toml",
    )


def write_corpus(folder: Path) -> list[Path]:
    """The four articles as files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (title, publisher, date, text) in TEXTS.items():
        (folder / name).write_text(f"{title}\n{publisher}, {date}\n\n{text}\n", encoding="utf-8")
    return [folder]


def analyse_by_hand(articles: Iterable[Article], *_: object) -> Analysed:
    """What the engine should find in the four articles; articles it does not know carry no claim."""
    known = sorted(articles, key=lambda article: (Path(article.path or "").name, article.path))
    analysed = tuple(_article(article) for article in known)
    claims = (_closing(analysed), _cars(analysed), _trams(analysed))
    return Analysed(analysed, tuple(claim for claim in claims if claim.mentions))


def _article(article: Article) -> AnalysedArticle:
    name = Path(article.path or "").name
    title, publisher, date, _ = TEXTS.get(name, (None, None, None, ""))
    dated = Article(article.text, article.path, title, publisher, date, None, article.sha256)
    sentences = []
    start = 0
    for line in article.text.splitlines(keepends=True):
        if line.strip():
            span = Span.of(article.text, start, start + len(line.rstrip()))
            sentences.append(Sentence(span, "body", len(line) > 60))
        start += len(line)
    return AnalysedArticle(article.content_id, dated, tuple(sentences), _attributions(article.text))


def _attributions(text: str) -> tuple[Attribution, ...]:
    cue = text.find("according to")
    if cue < 0:
        return ()
    end = cue + len("according to")
    return (
        Attribution(
            Span.of(text, end + 1, end + 12),
            Span.of(text, cue, end),
            (Span.of(text, text.find("The harbour"), cue - 2),),
            "attribution.according-to",
        ),
    )


def _mention(
    articles: Sequence[AnalysedArticle],
    name: str,
    words: str,
    stance: Stance,
    cue: str,
    by: str | None = None,
    voice: str | None = None,
    chain: tuple[str, ...] = (),
    score: float = 0.8,
    notes: tuple[str, ...] = (),
) -> list[Mention]:
    for analysed in articles:
        text = analysed.article.text
        start = text.find(words)
        if Path(analysed.article.path or "").name == name and start >= 0:
            at = text.find(cue)
            return [
                Mention(
                    analysed.id,
                    start,
                    start + len(words),
                    words,
                    stance,
                    f"stance.{stance}.test",
                    by,
                    voice,
                    chain,
                    chain,
                    Span.of(text, at, at + len(cue)) if cue and at >= 0 else None,
                    "verbatim" if score == 1 else "paraphrase",
                    score,
                    notes,
                )
            ]
    return []


def _closing(articles: Sequence[AnalysedArticle]) -> Claim:
    engineer = ("engineer",)
    relayed = ("engineer", "The Courier")
    will_close = "The harbour bridge will close in May"
    going = "The harbour bridge is going to close in May"
    hall = "City Hall"
    rows = (
        ("courier.txt", will_close, "reports", "said", "engineer", None, engineer, 1.0),
        ("gazette.txt", "City Hall denied the report", "denies", "denied", hall, hall),
        (
            "gazette.txt",
            "“The bridge stays open,”",
            "denies",
            "said",
            "Ana Ruiz",
            hall,
            (),
            0.8,
            ("implicit",),
        ),
        (
            "gazette.txt",
            "The bridge will close in May",
            "reports",
            "reported",
            "engineer",
            None,
            relayed,
            0.9,
        ),
        ("ledger.txt", "the harbour bridge will close in May", "cannot-confirm", "could not verify"),
        ("post.txt", going, "reports", "according to", "engineer", None, relayed),
    )
    mentions = [mention for row in rows for mention in _mention(articles, *row)]
    denied = any(mention.stance == "denies" for mention in mentions)
    return Claim(
        "c-bridge",
        "The harbour bridge will close in May",
        "denied" if denied else "attributed",
        ("echo", "denial-omitted") if denied else (),
        ("engineer",),
        tuple(mentions),
        (),
        {"status": "City Hall denies it", "echo": "3 articles, one origin: engineer"} if denied else {},
    )


def _cars(articles: Sequence[AnalysedArticle]) -> Claim:
    mentions = [
        *_mention(articles, "courier.txt", "About 40,000 cars cross it every day", "asserts", "", score=1.0),
        *_mention(articles, "gazette.txt", "41,000 cars cross it every day", "asserts", "", score=0.9),
    ]
    values = tuple(
        NumberValue(m.article, m.start, m.end, text, low, high, "car")
        for m, (text, low, high) in zip(
            mentions,
            (("About 40,000 cars", 38000.0, 42000.0), ("41,000 cars", 41000.0, 41000.0)),
            strict=False,
        )
    )
    return Claim(
        "c-cars",
        "About 40,000 cars cross it every day",
        "unsourced",
        (),
        (),
        tuple(mentions),
        (NumberGroup("cars", "agree" if len(values) > 1 else "single", values),) if values else (),
        {"status": "no source is named"},
    )


def _trams(articles: Sequence[AnalysedArticle]) -> Claim:
    mentions = _mention(articles, "post.txt", "Trams were late on Monday", "asserts", "", score=1.0)
    return Claim("c-trams", "Trams were late on Monday", "unsourced", (), (), tuple(mentions), ())


def open_workspace(tmp_path: Path, analyst: str = "kim") -> Workspace:
    """A scanned workspace over the four articles."""
    config = configure(tmp_path, analyst)
    write_corpus(tmp_path / "corpus")
    workspace = Workspace.open(config, config.corpus, analyse=analyse_by_hand)
    workspace.scan()
    return workspace
