"""The status of a claim and its flags, each with the reason for it.

The order of precedence is the one of the field's practice: who contradicts comes before who confirms,
and what could not be confirmed before what nobody questioned.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tui.claims import parties
from tui.claims.corroboration import corroborating
from tui.claims.drafts import QUOTED
from tui.claims.inflation import inflated
from tui.claims.sources import IDENTIFIED, PUBLIC, SourceKind
from tui.language.hedges import hedge
from tui.model import PUTS_FORWARD, Mention, NumberGroup, Stance, Status

_NOBODY = "nobody puts it forward"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the status of one claim is computed from.

    `origins` are independent, `kinds` says what each source is, `outlets` gives the publisher or file
    of each article and `dates` its date.
    `told` has what each origin says, as far as it tells enough to be compared.
    """

    mentions: Sequence[Mention]
    origins: Sequence[str]
    kinds: Mapping[str, SourceKind]
    numbers: Sequence[NumberGroup]
    dates: Mapping[str, str | None]
    told: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def kind(self, name: str | None) -> SourceKind:
        """The kind of a source; an unknown name is anonymous."""
        return self.kinds.get(name or "", "anonymous")

    def parties(self, *stances: str) -> list[str]:
        """Who takes one of the stances, in order, the own voice of an article left out."""
        return list(dict.fromkeys(m.by for m in self.mentions if m.stance in stances and m.by))

    def taking(self, stance: Stance) -> list[str]:
        """Who takes a stance, in order, the article itself where nobody is named."""
        return list(dict.fromkeys(m.by or "the article itself" for m in self.mentions if m.stance == stance))

    def affirming(self) -> list[str]:
        """Identified parties that put the claim forward."""
        return [name for name in self.parties("reports", "supports") if self.kind(name) in IDENTIFIED]

    def articles(self, *stances: str) -> list[str]:
        """The articles with a mention of one of the stances."""
        return list(dict.fromkeys(m.article for m in self.mentions if m.stance in stances))


def status(evidence: Evidence) -> tuple[Status, str]:
    """The first status that holds, and why."""
    for decide in (_contested, _unconfirmed, _only_answered, _sourced):
        if found := decide(evidence):
            return found
    return "unsourced", f"only in {_voice(evidence)}"


def _voice(evidence: Evidence) -> str:
    """Whose words a claim without a source is told in."""
    stated = [m for m in evidence.mentions if m.stance == "asserts"]
    quoted = sum(QUOTED in m.notes for m in stated)
    if quoted == 0:
        return "the articles' own voice"
    spoken = "quotations whose speaker was not found"
    return spoken if quoted == len(stated) else f"the articles' own voice and in {spoken}"


def _contested(evidence: Evidence) -> tuple[Status, str] | None:
    denials = [m for m in evidence.mentions if m.stance == "denies" and "unscoped" not in m.notes]
    if denials:
        return _denied(evidence, denials)
    if conflicts := [group for group in evidence.numbers if incompatible(group)]:
        return "disputed", f"incompatible figures: {_figures(conflicts)}"
    return None


def _denied(evidence: Evidence, denials: Sequence[Mention]) -> tuple[Status, str] | None:
    deniers = list(dict.fromkeys(m.by or "the article itself" for m in denials))
    if affirming := [name for name in evidence.affirming() if name not in deniers]:
        return "disputed", f"{_list(affirming)} put it forward, {_list(deniers)} denied it"
    if not all({"implicit", "partial"} & set(m.notes) for m in denials):
        return "denied", f"{_list(deniers)} denied it; no identified party affirmed it"
    if evidence.articles(*PUTS_FORWARD):
        return "disputed", f"what {_list(deniers)} said is incompatible with it"
    if any("partial" in m.notes for m in denials):
        return "denied", f"{_list(deniers)} denied part of it; {_NOBODY}"
    return None


def incompatible(group: NumberGroup) -> bool:
    """Whether figures conflict and none is shared by two articles."""
    if group.relation != "conflict":
        return False
    by_value: dict[tuple[float | None, float | None], set[str]] = {}
    for value in group.values:
        by_value.setdefault((value.low, value.high), set()).add(value.article)
    return all(len(articles) < 2 for articles in by_value.values())


def _unconfirmed(evidence: Evidence) -> tuple[Status, str] | None:
    said = evidence.taking("cannot-confirm")
    return ("unverified", f"{_list(said)} could not confirm it") if said else None


def _only_answered(evidence: Evidence) -> tuple[Status, str] | None:
    """What nobody puts forward is unverified where it is doubted, else nothing is known of it."""
    if evidence.articles(*PUTS_FORWARD):
        return None
    if all("unscoped" in m.notes for m in evidence.mentions):
        return "unsourced", f"{_NOBODY}: what is answered was not found"
    told = {stance: _list(evidence.taking(stance)) for stance in {m.stance for m in evidence.mentions}}
    if "doubts" in told:
        return "unverified", f"{told['doubts']} doubted it; {_NOBODY}"
    if "denies" in told:
        return "unsourced", f"{told['denies']} contradicted it without addressing it; {_NOBODY}"
    return "unsourced", f"{told['no-comment']} did not comment on it; {_NOBODY}"


def _sourced(evidence: Evidence) -> tuple[Status, str] | None:
    identified = [name for name in evidence.origins if evidence.kind(name) in IDENTIFIED]
    named = [name for name in identified if parties.is_named(name) or _is_some_body(name, evidence)]
    if agreeing := corroborating({name: evidence.told.get(name, ()) for name in named}):
        return "corroborated", f"{len(agreeing)} independent origins: {_list(agreeing)}"
    public = [name for name in identified if evidence.kind(name) in PUBLIC | {"document"}]
    if public:
        return "official", _of_one(public, "one official source")
    if evidence.origins:
        return "attributed", _of_one(evidence.origins, "one origin")
    if any(m.stance == "reports" for m in evidence.mentions):
        return "attributed", "attributed, but to nobody named"
    return None


def _of_one(names: Sequence[str], one: str) -> str:
    return (
        f"{one}: {names[0]}"
        if len(names) == 1
        else f"no two that are sure to differ and say the same: {_list(names)}"
    )


def _is_some_body(name: str, evidence: Evidence) -> bool:
    """Whether a source without a name is a body of its own: "road agency"; "a spokesman" may be anybody's."""
    return evidence.kind(name) == "institution" and " " in name and not parties.is_some(name)


def counted(names: Mapping[str, str], speakers: Sequence[str]) -> str | None:
    """Why there are fewer origins than names: which are one, and whom else the same words are given to."""
    taken: dict[str, list[str]] = {}
    for name, origin in sorted(names.items()):
        taken.setdefault(origin, []).append(name)
    told = [f"{_list(others)} counted as {origin}" for origin, others in sorted(taken.items())]
    if speakers:
        told.append(f"the same words are also given to {_list(speakers)}")
    return "; ".join(told) or None


def flags(evidence: Evidence) -> dict[str, str]:
    """The flags that hold, in the order of their names, each with its reason."""
    checks = _OF_ONE if len(evidence.mentions) == 1 else _OF_ONE | _OF_SEVERAL
    found = {name: reason for name, check in checks.items() if (reason := check(evidence))}
    return dict(sorted(found.items()))


def _echo(evidence: Evidence) -> str | None:
    """One origin in several articles, unless their figures differ: who copies does not count anew."""
    carried = evidence.articles(*PUTS_FORWARD)
    if any(map(incompatible, evidence.numbers)):
        return None
    if len(carried) > 1 and len(evidence.origins) == 1:
        return f"{len(carried)} articles, one origin: {evidence.origins[0]}"
    return None


def _anonymous_origin(evidence: Evidence) -> str | None:
    anonymous = [name for name in evidence.origins if evidence.kind(name) == "anonymous"]
    if anonymous and len(anonymous) == len(evidence.origins):
        return f"no origin is named: {_list(anonymous)}"
    return None


def _attribution_dropped(evidence: Evidence) -> str | None:
    attributed = {m.article for m in evidence.mentions if m.stance == "reports"}
    stated = {m.article for m in evidence.mentions if m.stance == "asserts" and QUOTED not in m.notes}
    bare = stated - attributed
    if attributed and bare:
        return f"{len(bare)} of {len(attributed | bare)} articles state it as fact"
    return None


def _numbers_conflict(evidence: Evidence) -> str | None:
    conflicts = [group for group in evidence.numbers if group.relation == "conflict"]
    return f"different figures: {_figures(conflicts)}" if conflicts else None


def _figures(groups: Sequence[NumberGroup]) -> str:
    """The values of each group as they are written, each once."""
    told: list[dict[tuple[float | None, float | None], str]] = [{} for _ in groups]
    for values, group in zip(told, groups, strict=True):
        for value in group.values:
            values.setdefault((value.low, value.high), " ".join(value.text.split()))
    return "; ".join(_list(list(values.values())) for values in told)


def _partial_denial(evidence: Evidence) -> str | None:
    partial = [
        m.by or "the article" for m in evidence.mentions if m.stance == "denies" and "partial" in m.notes
    ]
    return f"{_list(partial)} denied only part of it" if partial else None


def _implicit_contradiction(evidence: Evidence) -> str | None:
    implicit = [
        m.by or "the article" for m in evidence.mentions if m.stance == "denies" and "implicit" in m.notes
    ]
    return f"{_list(implicit)} contradicted it without addressing it" if implicit else None


def _unscoped(evidence: Evidence) -> str | None:
    unscoped = [m.text for m in evidence.mentions if "unscoped" in m.notes]
    return f"what “{unscoped[0]}” refers to was not found" if unscoped else None


def _doubted(evidence: Evidence) -> str | None:
    doubting = evidence.parties("doubts")
    return f"doubted by {_list(doubting)}" if doubting else None


def _denial_omitted(evidence: Evidence) -> str | None:
    """Articles that carry the claim when another already carried its denial, and leave the denial out."""
    first, silent = _without_denial(evidence)
    late = [day for day in silent if first and day >= first]
    return f"{_articles(len(late))} it on or after {first} without the denial" if late else None


def _repeated_after_denial(evidence: Evidence) -> str | None:
    """Articles of a later day than the first denial that carry the claim all the same."""
    first, silent = _without_denial(evidence)
    later = [day for day in silent if first and day > first]
    return f"{_articles(len(later))} it after it had been denied on {first}" if later else None


def _articles(number: int) -> str:
    return f"{number} article{'s carry' if number > 1 else ' carries'}"


def _without_denial(evidence: Evidence) -> tuple[str | None, list[str]]:
    """The day of the first denial, and the days of the articles that carry the claim without one.

    Where somebody confirms what was denied, the denial is answered and not left out.
    """
    denying = evidence.articles("denies")
    if not denying:
        return None, []
    first = min((day for a in denying if (day := evidence.dates.get(a))), default=None)
    answering = {*denying, *evidence.articles("supports")}
    carrying = [a for a in evidence.articles(*PUTS_FORWARD) if a not in answering]
    return first, sorted(day for a in carrying if (day := evidence.dates.get(a)))


def _hedged(evidence: Evidence) -> str | None:
    """All who put the claim forward do so with a reservation."""
    forward = [m for m in evidence.mentions if m.stance in PUTS_FORWARD]
    found = [words for m in forward if (words := hedge(m.text))]
    return f"put forward only with “{found[0].lower()}”" if forward and len(found) == len(forward) else None


def _source_inflation(evidence: Evidence) -> str | None:
    """One unnamed source of one outlet has become several in another."""
    if len(evidence.origins) != 1:
        return None
    told = [m for m in evidence.mentions if m.chain and evidence.kind(m.chain[0]) == "anonymous"]
    grown = inflated([(m.chain[0], m.article) for m in told], evidence.dates)
    return f"“{grown[0]}” has become “{grown[1]}”" if grown else None


def _list(names: Sequence[str]) -> str:
    shown = list(dict.fromkeys(names))
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


_Checks = dict[str, Callable[[Evidence], str | None]]
_OF_ONE: _Checks = {  # what can be said of a claim that has one mention, as most have
    "anonymous-origin": _anonymous_origin,
    "doubted": _doubted,
    "hedged": _hedged,
    "implicit-contradiction": _implicit_contradiction,
    "numbers-conflict": _numbers_conflict,
    "partial-denial": _partial_denial,
    "unscoped": _unscoped,
}
_OF_SEVERAL: _Checks = {
    "attribution-dropped": _attribution_dropped,
    "denial-omitted": _denial_omitted,
    "echo": _echo,
    "repeated-after-denial": _repeated_after_denial,
    "source-inflation": _source_inflation,
}
