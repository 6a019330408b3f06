from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.claims import origins
from tui.claims.sources import SourceKind

KINDS: dict[str, SourceKind] = {
    "insider": "anonymous",
    "Alpha channel": "channel",
    "The Herald": "outlet",
    "Ann Roe": "official",
}


def test_a_channel_read_through_one_outlet_was_read_there_throughout() -> None:
    through = origins.relays(
        [("insider", "Alpha channel", "The Herald"), ("Alpha channel", "The Herald")], KINDS
    )
    assert through == {"insider": "Alpha channel", "Alpha channel": "The Herald"}
    assert origins.resolve([("Alpha channel",)], [True], through) == [("Alpha channel", "The Herald")]


def test_a_person_who_told_two_outlets_is_not_read_through_one() -> None:
    told = [("Ann Roe", "The Herald"), ("Ann Roe", "Alpha channel")]
    assert origins.relays(told, KINDS) == {}


def test_a_vague_report_is_the_report_named_elsewhere() -> None:
    resolved = origins.resolve([("report",), ("insider", "Alpha channel")], [True, True], {})
    assert resolved == [("insider", "Alpha channel")] * 2


def test_the_way_further_back_is_added() -> None:
    resolved = origins.resolve([("The Herald",), ("insider", "The Herald")], [True, True], {})
    assert resolved == [("insider", "The Herald")] * 2


def test_an_own_voice_assertion_stays_one() -> None:
    assert origins.resolve([(), ("insider",)], [False, True], {}) == [(), ("insider",)]


def test_relays_are_no_origins() -> None:
    assert origins.independent([("insider", "Alpha channel"), ("Alpha channel", "The Herald")], KINDS) == (
        "insider",
    )


def test_two_people_are_two_origins() -> None:
    assert origins.independent([("Ann Roe",), ("Bo Lind", "The Herald")], KINDS) == ("Ann Roe", "Bo Lind")


def test_nobody_is_no_origin_beside_somebody() -> None:
    assert origins.independent([("report",), ("Ann Roe",)], KINDS) == ("Ann Roe",)


def test_unnamed_sources_of_one_channel_are_one() -> None:
    chains = [("insider", "Alpha channel"), ("aide", "Alpha channel"), ("aide",)]
    assert len(origins.independent(chains, {**KINDS, "aide": "anonymous"})) == 1


def test_unnamed_sources_of_two_outlets_may_be_two() -> None:
    chains = [("insider", "Alpha channel"), ("aide", "The Herald")]
    assert len(origins.independent(chains, {**KINDS, "aide": "anonymous"})) == 2


def test_a_circle_of_outlets_still_has_an_origin() -> None:
    assert len(origins.independent([("A Post", "B Post"), ("B Post", "A Post")], KINDS)) == 1


@given(st.lists(st.lists(st.sampled_from("ABCD"), max_size=3).map(tuple), max_size=6))
def test_origins_do_not_depend_on_the_order(chains: list[tuple[str, ...]]) -> None:
    assert origins.independent(chains, KINDS) == origins.independent(reversed(chains), KINDS)


def test_who_cites_an_outlet_that_names_its_source_has_it_from_there() -> None:
    kinds: dict[str, SourceKind] = {
        "two dockers": "anonymous",
        "Gazette": "outlet",
        "Ministry": "institution",
    }
    chains = [("two dockers",), ("Gazette",)]
    assert origins.independent(chains, kinds, {"Gazette"}) == ("two dockers",)
    assert origins.independent(chains, kinds) == ("Gazette", "two dockers")
    assert origins.independent([("Gazette",)], kinds, {"Gazette"}) == ("Gazette",)


def test_one_party_under_two_names_is_one_origin() -> None:
    kinds: dict[str, SourceKind] = {
        "Ann Roe": "named",
        "Inspector Roe": "named",
        "Coast Guard": "institution",
    }
    chains = [("Ann Roe",), ("Inspector Roe",), ("Coast Guard",)]
    assert origins.independent(chains, kinds) == ("Ann Roe", "Coast Guard")
    told = {"Ann Roe": "a spokeswoman for the Coast Guard"}
    assert origins.independent(chains, kinds, descriptions=told) == ("Ann Roe",)
