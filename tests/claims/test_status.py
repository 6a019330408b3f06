from __future__ import annotations

import pytest

from tui.claims.sources import SourceKind
from tui.claims.status import Evidence, counted, flags, status
from tui.model import Mention, NumberGroup, NumberValue, Stance

KINDS: dict[str, SourceKind] = {
    "harbour spokesman": "official",
    "road agency": "institution",
    "Ministry of Ports": "institution",
    "Ministry": "institution", "Ann Roe": "official", "Prof Lind": "expert", "insider": "anonymous",
    "The Herald": "outlet", "Alpha": "channel", "Audit report": "document", "Bo Lind": "named",
    "Rep. Roe": "politician",
}  # fmt: skip


SAID = "the harbour was closed after two containers fell from the crane"


def mention(
    stance: Stance, by: str | None = None, article: str = "a1", notes: tuple[str, ...] = ()
) -> Mention:
    return Mention(article, 0, 4, "text", stance, "rule", by=by, chain=(by,) if by else (), notes=notes)


def evidence(
    *mentions: Mention,
    origins: tuple[str, ...] = (),
    numbers: tuple[NumberGroup, ...] = (),
    told: dict[str, list[str]] | None = None,
) -> Evidence:
    dates = {"a1": "2024-03-01", "a2": "2024-03-03", "a3": "2024-03-05"}
    return Evidence(mentions, origins, KINDS, numbers, dates, told or {one: [SAID] for one in origins})


CASES = [
    ([mention("asserts")], (), "unsourced"),
    ([mention("reports", "insider")], ("insider",), "attributed"),
    ([mention("reports", "The Herald")], ("The Herald",), "attributed"),
    ([mention("reports")], (), "attributed"),
    ([mention("reports", "Ministry")], ("Ministry",), "official"),
    ([mention("reports", "Audit report")], ("Audit report",), "official"),
    ([mention("reports", "Prof Lind")], ("Prof Lind",), "attributed"),
    ([mention("reports", "Rep. Roe")], ("Rep. Roe",), "attributed"),
    ([mention("reports", "Rep. Roe"), mention("denies", "Ministry")], ("Rep. Roe",), "disputed"),
    (
        [mention("reports", "Ministry of Ports"), mention("reports", "Bo Lind")],
        ("Bo Lind", "Ministry of Ports"),
        "corroborated",
    ),
    (
        [mention("reports", "harbour spokesman"), mention("reports", "Bo Lind")],
        ("Bo Lind", "harbour spokesman"),
        "official",
    ),
    (
        [mention("reports", "road agency"), mention("reports", "Bo Lind")],
        ("Bo Lind", "road agency"),
        "corroborated",
    ),
    ([mention("reports", "insider"), mention("cannot-confirm", "Ministry")], ("insider",), "unverified"),
    ([mention("reports", "insider"), mention("denies", "Ministry")], ("insider",), "denied"),
    ([mention("reports", "Alpha"), mention("denies", "Ministry")], ("Alpha",), "denied"),
    ([mention("asserts"), mention("denies", "Ministry")], (), "denied"),
    ([mention("reports", "Ann Roe"), mention("denies", "Ministry")], ("Ann Roe",), "disputed"),
    (
        [mention("reports", "insider"), mention("denies", "Ministry", notes=("implicit",))],
        ("insider",),
        "disputed",
    ),
    ([mention("denies", "Ministry", notes=("unscoped",))], (), "unsourced"),
    ([mention("denies", "Ministry", notes=("partial",))], (), "denied"),
    ([mention("denies", "Ministry", notes=("implicit",))], (), "unsourced"),
    ([mention("doubts", "Prof Lind")], (), "unverified"),
    ([mention("doubts", "Prof Lind"), mention("asserts")], (), "unsourced"),
    ([mention("no-comment", "Ministry")], (), "unsourced"),
    ([mention("reports", "insider"), mention("no-comment", "Ministry")], ("insider",), "attributed"),
]


@pytest.mark.parametrize(("mentions", "origins", "expected"), CASES)
def test_status(mentions: list[Mention], origins: tuple[str, ...], expected: str) -> None:
    decided, reason = status(evidence(*mentions, origins=origins))
    assert decided == expected
    assert reason


@pytest.mark.parametrize(
    ("stance", "notes", "reason"),
    [
        ("doubts", (), "Prof Lind doubted it; nobody puts it forward"),
        ("no-comment", (), "Prof Lind did not comment on it; nobody puts it forward"),
        ("denies", ("partial",), "Prof Lind denied part of it; nobody puts it forward"),
        (
            "denies",
            ("implicit",),
            "Prof Lind contradicted it without addressing it; nobody puts it forward",
        ),
        ("denies", ("unscoped",), "nobody puts it forward: what is answered was not found"),
    ],
)
def test_what_nobody_puts_forward_is_not_told_to_be_in_an_article_s_voice(
    stance: Stance, notes: tuple[str, ...], reason: str
) -> None:
    assert status(evidence(mention(stance, "Prof Lind", notes=notes)))[1] == reason


def figures(*articles: str, values: tuple[float, ...]) -> NumberGroup:
    found = tuple(
        NumberValue(a, 0, 1, f"{v} dead", v, v, "dead") for a, v in zip(articles, values, strict=True)
    )
    return NumberGroup("dead", "conflict", found)


def test_figures_that_nobody_shares_make_a_dispute() -> None:
    group = figures("a1", "a2", values=(5, 9))
    told = evidence(mention("asserts"), numbers=(group,))
    assert status(told) == ("disputed", "incompatible figures: 5 dead and 9 dead")


def test_one_outlier_is_a_flag_only() -> None:
    group = figures("a1", "a2", "a3", values=(5, 5, 9))
    found = evidence(mention("asserts"), numbers=(group,))
    assert status(found)[0] == "unsourced"
    assert flags(found)["numbers-conflict"] == "different figures: 5 dead and 9 dead"


def test_an_echo_is_many_articles_with_one_origin() -> None:
    one, other = mention("reports", "insider"), mention("reports", "insider", "a2")
    assert "echo" in flags(evidence(one, other, origins=("insider",)))
    assert "echo" not in flags(evidence(one, other, origins=("insider", "Ministry")))
    assert "echo" not in flags(evidence(one, origins=("insider",)))


def test_articles_whose_figures_differ_echo_nobody() -> None:
    group = figures("a1", "a2", values=(5, 9))
    one, other = mention("reports", "insider"), mention("asserts", article="a2")
    assert "echo" in flags(evidence(one, other, origins=("insider",)))
    assert "echo" not in flags(evidence(one, other, origins=("insider",), numbers=(group,)))


def test_a_denial_left_out_later_is_flagged() -> None:
    found = evidence(mention("denies", "Ministry"), mention("asserts", article="a2"))
    assert "2024-03-01" in flags(found)["denial-omitted"]


def test_a_denial_not_yet_known_is_not() -> None:
    found = evidence(mention("denies", "Ministry", "a3"), mention("asserts", article="a2"))
    assert "denial-omitted" not in flags(found)


def test_where_it_is_confirmed_the_denial_is_not_left_out() -> None:
    found = flags(evidence(mention("denies", "Ministry"), mention("supports", "Ann Roe", "a2")))
    assert not {"denial-omitted", "repeated-after-denial"} & set(found)


def test_a_claim_repeated_on_a_later_day_than_its_denial_is_flagged() -> None:
    later = evidence(mention("denies", "Ministry"), mention("asserts", article="a2"))
    same_day = evidence(
        mention("denies", "Ministry"), mention("denies", "Ministry", "a2"), mention("asserts")
    )
    assert "repeated-after-denial" in flags(later)
    assert "repeated-after-denial" not in flags(same_day)


def test_hedged_only_if_nobody_states_it_plainly() -> None:
    hedged = Mention("a1", 0, 20, "the dam may be unsafe", "asserts", "rule")
    plain = Mention("a2", 0, 17, "the dam is unsafe", "asserts", "rule")
    assert "may" in flags(evidence(hedged))["hedged"]
    assert "hedged" not in flags(evidence(hedged, plain))


def test_one_unnamed_source_that_became_several() -> None:
    one, more = mention("reports", "insider"), mention("reports", "palace officials", "a2")
    kinds: dict[str, SourceKind] = {**KINDS, "palace officials": "anonymous"}
    found = Evidence([one, more], ("insider",), kinds, (), {})
    assert "palace officials" in flags(found)["source-inflation"]


def test_attribution_dropped() -> None:
    found = evidence(mention("reports", "insider"), mention("asserts", article="a2"))
    assert "attribution-dropped" in flags(found)


def test_words_in_quotation_marks_are_not_stated_as_fact() -> None:
    found = evidence(mention("reports", "insider"), mention("asserts", article="a2", notes=("quoted",)))
    assert "attribution-dropped" not in flags(found)


def test_in_whose_voice_a_claim_without_a_source_is_told() -> None:
    own, quoted = mention("asserts"), mention("asserts", article="a2", notes=("quoted",))
    assert status(evidence(own))[1] == "only in the articles' own voice"
    assert status(evidence(quoted))[1] == "only in quotations whose speaker was not found"
    assert status(evidence(own, quoted))[1].endswith(
        "own voice and in quotations whose speaker was not found"
    )


def test_names_and_quotations_counted_once_are_told() -> None:
    names = {"Roe": "Ann Roe", "Inspector Roe": "Ann Roe"}
    assert counted(names, ["Bo Lind"]) == (
        "Inspector Roe and Roe counted as Ann Roe; the same words are also given to Bo Lind"
    )
    assert counted({}, []) is None


def test_of_several_sources_none_is_told_to_be_the_only_one() -> None:
    told = [mention("reports", "harbour spokesman"), mention("reports", "insider")]
    assert (
        status(evidence(*told, origins=("harbour spokesman",)))[1] == "one official source: harbour spokesman"
    )
    assert status(evidence(*told, origins=("aide", "insider"))) == (
        "attributed",
        "no two that are sure to differ and say the same: aide and insider",
    )


def test_two_who_say_other_things_do_not_corroborate() -> None:
    told = {"Bo Lind": [SAID], "Ministry": ["a second crane is needed before the summer"]}
    mentions = [mention("reports", "Ministry"), mention("reports", "Bo Lind")]
    assert status(evidence(*mentions, origins=("Bo Lind", "Ministry"), told=told))[0] == "official"
