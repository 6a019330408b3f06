from __future__ import annotations

import json
import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.claims.analysis import Corpus, analyse
from tui.claims.checking import compare
from tui.config import bundled
from tui.model import PUTS_FORWARD, Article, Claim, Voice

HARBOUR = Article(
    "Harbour to close in May\n\n"
    "The port of Orrin will close in May after 140 years, a dock worker told the Orrin Gazette.\n"
    "“The ships are gone,” the worker said.\n"
    "The Harbour Board has denied that the port of Orrin will close.\n",
    path="harbour.txt",
    publisher="Orrin Gazette",
    date="2024-03-01",
)
ECHO = Article(
    "The port of Orrin will close in May after 140 years, a dock worker told the Orrin Gazette.\n"
    "Mayor Ada Quill said she could not confirm the report.\n",
    path="echo.txt",
    publisher="Coast News",
    date="2024-03-04",
)
BAKERY = Article(
    "The bakery in Lund sold 4,000 loaves on Friday, its owner Bo Lind said.\n"
    "Mr Lind said that flour had become 12 per cent dearer since January.\n",
    path="bakery.txt",
)
ARTICLES = [HARBOUR, ECHO, BAKERY]


def claim_about(corpus: Corpus, words: str) -> Claim:
    """The claim with most mentions among those whose text holds the words."""
    found = [claim for claim in corpus.claims if words in claim.text]
    return max(found, key=lambda claim: len(claim.mentions))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return analyse(ARTICLES)


def test_a_claim_is_found_wherever_it_recurs(corpus: Corpus) -> None:
    claim = claim_about(corpus, "port of Orrin will close")
    assert {corpus.by_id[m.article].article.path for m in claim.mentions} == {"harbour.txt", "echo.txt"}


def test_who_denies_it_and_who_could_not_confirm_it(corpus: Corpus) -> None:
    claim = claim_about(corpus, "port of Orrin will close")
    answers = {(m.stance, m.by) for m in claim.mentions} & {
        ("denies", "Harbour Board"),
        ("cannot-confirm", "Ada Quill"),
    }
    assert len(answers) == 2
    assert claim.status == "denied"
    assert "Harbour Board" in claim.reasons["status"]


def test_one_origin_in_two_articles_is_an_echo(corpus: Corpus) -> None:
    claim = claim_about(corpus, "port of Orrin will close")
    assert claim.origins == ("dock worker",)
    assert "echo" in claim.flags


def test_the_publisher_is_no_hop_of_its_own_chain(corpus: Corpus) -> None:
    claim = claim_about(corpus, "port of Orrin will close")
    chains = {corpus.by_id[m.article].article.path: m.chain for m in claim.mentions if m.stance == "reports"}
    assert chains == {"harbour.txt": ("dock worker",), "echo.txt": ("dock worker", "Orrin Gazette")}


def test_other_stories_stay_apart(corpus: Corpus) -> None:
    loaves = claim_about(corpus, "4,000 loaves")
    assert {corpus.by_id[m.article].article.path for m in loaves.mentions} == {"bakery.txt"}
    assert loaves.origins == ("Bo Lind",)


def test_a_statement_is_taken_apart_from_who_said_it_whatever_its_verb() -> None:
    (claim,) = analyse([Article("The mayor said the ferry sank on Monday.\n")]).claims
    assert (claim.text, claim.origins) == ("the ferry sank on Monday", ("mayor",))


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("The minister blamed the driver for the crash.", ("minister",)),
        ("The regulator has criticised the bank over its loans.", ("regulator",)),
        ("The ferry sank off the coast on Monday.", ()),
        ("The army withdrew its troops from the valley on Monday.", ()),
        ("The brewery released the vats on Monday.", ()),
    ],
)
def test_only_who_speaks_is_an_origin(text: str, origins: tuple[str, ...]) -> None:
    (claim,) = analyse([Article(f"{text}\n")]).claims
    assert claim.origins == origins


def test_counts_of_one_thing_meet_whatever_scales_them() -> None:
    first = (
        "The storm in Orrin destroyed millions of letters and 40 mills on Monday, the mayor said.\n"
        "The storm in Orrin reached the coast on Monday.\n"
    )
    second = (
        "The storm in Orrin reached the coast on Monday.\n"
        "Police said the storm wrecked 35 mills and thousands of letters on Tuesday.\n"
    )
    claims = analyse([Article(first, path="a.txt"), Article(second, path="b.txt")]).claims
    met = {tuple(sorted(m.text for m in claim.mentions)) for claim in claims}
    assert {("35 mills", "40 mills"), ("millions of letters", "thousands of letters")} <= met


def test_a_count_inside_a_claim_that_recurs_is_no_claim_beside_it() -> None:
    texts = (
        "The dam near Orrin has cracks in two places, the Orrin Post reported.",
        "The dam near Orrin has cracks in two places.",
    )
    (claim,) = analyse([Article(text, path=f"{number}.txt") for number, text in enumerate(texts)]).claims
    assert claim.text == "The dam near Orrin has cracks in two places"


def test_near_copies_keep_their_sentences_apart() -> None:
    lines = [
        "A fire broke out in the old warehouse on the harbour of Orrin on Tuesday night.",
        "The warehouse had been empty since the shipping company left in the spring.",
        "The harbour road will stay closed to all traffic until the end of the week.",
    ]
    copies = [
        Article("\n".join(lines) + f"\nThe paper of {town} printed this on Wednesday.\n", path=f"{town}.txt")
        for town in ("Lund", "Brask", "Skarn")
    ]
    claims = analyse(copies).claims
    assert all(
        len({mention.text for mention in claim.mentions}) == 1 for claim in claims if len(claim.mentions) == 3
    )
    assert sum(len(claim.mentions) == 3 for claim in claims) == 3


def test_the_month_of_may_is_no_reservation() -> None:
    (closing,) = analyse([Article("The mill will close in May, the mayor said.\n")]).claims
    (hedged,) = analyse([Article("The mill may close in June, the mayor said.\n")]).claims
    assert ("hedged" in closing.flags, "hedged" in hedged.flags) == (False, True)


def test_every_mention_is_cut_from_its_article(corpus: Corpus) -> None:
    for claim in corpus.claims:
        for m in claim.mentions:
            text = corpus.by_id[m.article].article.text
            assert text[m.start : m.end] == m.text
            assert m.cue is None or text[m.cue.start : m.cue.end] == m.cue.text
            assert m.rule
            assert 0 <= m.score <= 1


MILL = Article(
    "Tarrow offers to buy the mill in Brask\n\n"
    "The town of Tarrow has offered to buy the mill in Brask, the Brask Courier reported on Monday.\n"
    "While an offer from Tarrow cannot be ruled out, the economist Ida Wren said the mill was for sale.\n"
    "The union denied they had locked the gates.\n",
    path="mill.txt",
)
MILL_AGAIN = Article(
    "The town of Tarrow has offered to buy the mill in Brask, according to the Brask Courier.\n",
    path="mill-again.txt",
)


def test_answers_in_passing_go_to_what_most_articles_tell() -> None:
    claim = claim_about(analyse([MILL, MILL_AGAIN]), "Tarrow has offered to buy the mill")
    stances = {(m.stance, m.text) for m in claim.mentions}
    assert ("cannot-confirm", "an offer from Tarrow") in stances
    assert not any(m.stance == "denies" for m in claim.mentions)


def test_answers_in_passing_stay_alone_where_only_one_article_tells() -> None:
    claim = claim_about(analyse([MILL]), "Tarrow has offered to buy the mill")
    assert not {"cannot-confirm", "doubts"} & {m.stance for m in claim.mentions}


@pytest.mark.parametrize(("party", "told"), [("Tarrow", True), ("Lund", False)])
def test_a_plan_goes_by_many_names_but_is_that_of_its_party(party: str, told: bool) -> None:
    text = MILL.text.replace("an offer from Tarrow", f"a takeover by {party}")
    claim = claim_about(analyse([Article(text, path="m.txt"), MILL_AGAIN]), "Tarrow has offered to buy")
    assert (f"a takeover by {party}" in {m.text for m in claim.mentions}) == told


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("Police could not verify the authenticity of the video.", "cannot-confirm"),
        ("The video could not be independently verified.", "cannot-confirm"),
        ("Police could not verify the authenticity of the letter.", None),
        ("The mayor’s arrest in Lund was a hoax, the police said.", "denies"),
        ("The baker’s arrest in Lund was a hoax, the police said.", None),
    ],
)
def test_what_is_answered_in_passing_is_all_in_one_statement(answer: str, stance: str | None) -> None:
    told = "A video of the arrest of Mayor Ann Roe in Lund was posted on Monday, a paper said.\n"
    brief = "Mayor Ann Roe was arrested in Lund.\n"
    articles = [told + brief + "She had come by ferry.\n" + answer, "Report: " + brief + told]
    claims = analyse([Article(text, path=f"{n}.txt") for n, text in enumerate(articles)]).claims
    told_by_both = [claim for claim in claims if len({m.article for m in claim.mentions}) > 1]
    found = {m.stance for claim in told_by_both for m in claim.mentions} - {"asserts", "reports"}
    assert found == ({stance} if stance else set())


HALON = Article(
    "Orrin is bargaining with the militant group over the freedom of nine engineers, the Orrin Post said.\n"
    "Halon fighters took the dam in March.\n",
    path="halon.txt",
)


def articles_with_the_first(group: str) -> int:
    """How many of HALON and an article that names a group have the claim about the engineers."""
    text = f"Orrin is bargaining with {group} over nine engineers, the Coast News said.\n"
    corpus = analyse([HALON, Article(f"{text}{group} fighters hold the dam.\n", path="again.txt")])
    claim = claim_about(corpus, "bargaining")
    return len({mention.article for mention in claim.mentions})


def test_a_militant_group_is_the_one_its_article_is_about() -> None:
    assert articles_with_the_first("Halon") == 2
    assert articles_with_the_first("Marun") == 1


def test_exact_copies_have_ids_of_their_own_and_point_to_the_first() -> None:
    copy = Article(HARBOUR.text, path="again.txt", publisher="Orrin Gazette", date="2024-03-02")
    corpus = analyse([HARBOUR, copy])
    first, second = sorted(corpus.articles, key=lambda a: a.article.date or "")
    assert first.id != second.id
    assert (first.duplicate_of, second.duplicate_of) == (None, first.id)


def test_a_voice_is_named_by_its_role() -> None:
    voice = Voice("Port", organisations=("Harbour Board",), roles=("spokeswoman",))
    text = "Ann Roe, spokeswoman for the Harbour Board, denied that the port of Orrin will close in May.\n"
    corpus = analyse([HARBOUR, Article(text, path="c.txt")], voices=[voice])
    assert "Port" in {m.voice for claim in corpus.claims for m in claim.mentions if m.stance == "denies"}


def test_nothing_comes_of_nothing() -> None:
    assert analyse([]).to_dict() == {"schema": "claims-tui/1", "articles": [], "claims": []}
    blank = analyse([Article("", path="a"), Article(" \n\n", path="b")])
    assert [len(blank.articles), len(blank.claims)] == [2, 0]


def as_json(articles: Sequence[Article]) -> str:
    return json.dumps(analyse(articles).to_dict(), allow_nan=False)


def test_copies_under_one_path_are_told_apart_by_who_published_them() -> None:
    one, other = (Article(HARBOUR.text, path="a.txt", publisher=name) for name in ("Herald", "Gazette"))
    assert as_json([one, other]) == as_json([other, one])


ODD = [
    "“”",
    "“The bridge is shut.” “It is not.”",
    "The mayor\ud800 said the ferry\udfff will be sold.",
    "The mayor\0 said\0 the ferry will be sold.",
    "The mayor said\r\nthe ferry will be sold.\r\nThe clerk denied that the ferry will be sold.\r\n",
    f"The state spent ${'9' * 400} on a bridge; the bridge cost $14 million.",
    "İSTANBUL said that İt was sold by İ.",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_articles_keep_their_offsets_and_give_valid_json(text: str) -> None:
    written = json.loads(as_json([HARBOUR, Article(text, path="odd.txt")]))
    (odd,) = (article for article in written["articles"] if article["path"] == "odd.txt")
    assert all(text[s["start"] : s["end"]] == s["text"] for s in odd["sentences"])
    found = compare("The ferry will be sold", text)
    assert found is None or all(text[e.start : e.end] == e.text for e in found.evidence)


SENTENCES = [
    "The mayor of Orrin denied that the bridge is unsafe.",
    "The bridge in Orrin is unsafe, engineers said on Monday.",
    "“This is false,” she said.",
    "According to the Gazette, 14 people were hurt; others say 40.",
    "Police could not confirm these reports.",
    "Is the bridge safe?",
    "No, says the council.",
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SENTENCES), max_size=5).map("\n".join), max_size=4), st.randoms())
def test_the_order_of_the_articles_does_not_matter(texts: list[str], chance: random.Random) -> None:
    articles = [Article(text, path=f"{number}.txt") for number, text in enumerate(texts)]
    shuffled = list(articles)
    chance.shuffle(shuffled)
    assert as_json(articles) == as_json(shuffled)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aT he.“”\"'’,;:?!–(\n1$%\u202e\u0301"), max_size=200))
def test_any_text_can_be_analysed(text: str) -> None:
    corpus = analyse([Article(text, path="x")])
    assert all(text[m.start : m.end] == m.text for claim in corpus.claims for m in claim.mentions)


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    files = sorted(bundled("seeds").glob("*.txt"))
    return analyse([Article(file.read_text(encoding="utf-8"), path=file.name) for file in files])


def test_the_seeds_main_claim(seeds: Corpus) -> None:
    claim = max(seeds.claims, key=lambda c: len({m.article for m in c.mentions}))
    assert len({m.article for m in claim.mentions}) == 5
    assert claim.status == "denied"
    assert "echo" in claim.flags
    taken = {(m.stance, m.voice or m.by) for m in claim.mentions}
    assert ("denies", "Taliban spokesman") in taken
    assert ("cannot-confirm", "White House") in taken
    assert ("no-comment", "Russian Ministry of Defense") in taken
    assert any(m.stance == "cannot-confirm" and m.text.startswith("Firstpost") for m in claim.mentions)


def test_a_denial_of_one_claim_is_not_charged_to_another(seeds: Corpus) -> None:
    drones = [c for c in seeds.claims if any("Iranian drones" in m.text for m in c.mentions)]
    main = max(seeds.claims, key=lambda c: len({m.article for m in c.mentions}))
    assert drones
    assert main not in drones


def test_an_article_that_repeats_most_of_another_points_to_it() -> None:
    lines = [
        f"The council of Orrin approved plan number {n} for the old harbour on Monday." for n in range(8)
    ]
    first = Article("\n".join(lines), path="a.txt", date="2024-03-01")
    later = Article("\n".join([*lines[:7], "Nobody spoke against it in the hall at all."]), path="b.txt")
    other = Article(
        "\n".join(lines[:2] + ["The bakery in Lund sold 4,000 loaves on Friday."] * 5), path="c.txt"
    )
    found = {a.article.path: a.duplicate_of for a in analyse([first, later, other]).articles}
    assert found["a.txt"] is None
    assert found["b.txt"] == first.content_id
    assert found["c.txt"] is None


def test_who_denies_something_else_of_the_story_does_not_deny_what_it_is_about() -> None:
    texts = (
        "A dam broke in the Orrin valley on Monday, the ministry said. The Orrin dam was built in 1961.",
        "The death toll from the collapse of the Orrin dam rose to 31, minister Ola Brin said.",
        "Claims that a bomb was found at the Orrin dam are false, police said. Ola Brin named 31 dead.",
    )
    denied = [
        (mention.by, claim.text)
        for claim in analyse([Article(text, path=f"{n}.txt") for n, text in enumerate(texts)]).claims
        for mention in claim.mentions
        if mention.stance == "denies"
    ]
    assert [by for by, _ in denied] == ["police"]
    assert all("bomb" in told for _, told in denied)


def test_an_athlete_who_says_no_does_not_put_the_accusation_forward() -> None:
    texts = (
        "Sprinter Vera Lund failed a drug test, a source told the Post.",
        "Vera Lund: ‘I have never doped’\n\nVera Lund has denied taking drugs after a failed test.",
    )
    claims = analyse([Article(text, path=f"{n}.txt") for n, text in enumerate(texts)]).claims
    accusing = next(claim for claim in claims if "failed a drug test" in claim.text)
    assert not [m for m in accusing.mentions if m.by == "Vera Lund" and m.stance in PUTS_FORWARD]


def denials(*texts: str) -> list[tuple[str | None, str]]:
    """Who denies, and the claim that is denied."""
    claims = analyse([Article(text, path=f"{n}.txt") for n, text in enumerate(texts)]).claims
    return [(m.by, c.text) for c in claims for m in c.mentions if m.stance == "denies"]


def test_nobody_denies_what_he_says_himself() -> None:
    found = denials(
        "Sprinter Vera Lund tested positive in July, the Post reported. "
        "Her coach, Leo Vask, denied the report. "
        "“Vera has never taken anything illegal. This is a smear,” Vask said."
    )
    assert {by for by, _ in found} == {"Leo Vask"}
    assert {text for _, text in found} == {"Sprinter Vera Lund tested positive in July"}


def test_who_is_described_inside_of_a_source_says_nothing_more() -> None:
    text = (
        "The clinic had denied any deaths. "
        "According to the Orrin Herald, which first reported the outbreak, three patients have died."
    )
    claims = analyse([Article(text, path="a.txt")]).claims
    (told,) = (claim for claim in claims if "three patients" in claim.text)
    assert [mention.chain for mention in told.mentions] == [("Orrin Herald",)]


def test_a_mention_in_the_words_of_the_claim_is_verbatim() -> None:
    texts = (
        "At least 17 patients of the clinic in Orrin were infected with legionella, a nurse said.",
        "It was 19 patients who were infected at the Orrin clinic, it is said, with legionella bacteria.",
        "19 patients of the clinic in Orrin were infected with legionella, the ministry said.",
    )
    for claim in analyse([Article(text, path=f"{n}.txt") for n, text in enumerate(texts)]).claims:
        kinds = {mention.kind for mention in claim.mentions if mention.text == claim.text}
        assert kinds <= {"verbatim"}


HEADLINES = [
    (
        "Ministry denies report; opposition demands inquiry\n\nThe quay will be sold, the Post reported.\n",
        "quay will be sold",
    ),
    (
        "Club dismisses claims\n\nIt will sue, he said.\nThe club had paid two referees, the Post claimed.\n",
        "had paid two referees",
    ),
    (
        "Studio denies rumours\n\nThe studio has denied that the singer Ana Reis will leave the opera.\n",
        "will leave the opera",
    ),
    (
        "Gazette says mayor owns casino; mayor calls report a lie\n\nThe casino opened its doors in 1990.\n",
        "mayor owns casino",
    ),
]


@pytest.mark.parametrize(("text", "denied"), HEADLINES)
def test_a_headline_denies_what_stands_beside_or_below_it(text: str, denied: str) -> None:
    claims = analyse([Article(text)]).claims
    headline = text.index("\n")
    (found,) = (c for c in claims for m in c.mentions if m.stance == "denies" and m.start < headline)
    assert denied in found.text


def test_a_headline_denies_nothing_that_nobody_reports() -> None:
    text = "Club rejects allegations\n\nThe club will sue the Gazette, its chairman said.\n"
    assert not [claim for claim in analyse([Article(text)]).claims if claim.status in {"denied", "disputed"}]


def test_an_abbreviation_and_its_name_are_one_origin() -> None:
    deal = "The bridge of Orrin will be closed for nine weeks in May"
    texts = [
        f"{deal}, the Rapid Relief Force (RRF) said.",
        f"{deal}, the RRF said.",
        f"{deal}, the Rapid Relief Force said.",
    ]
    (claim,) = (one for one in analyse([Article(t, path=t) for t in texts]).claims if len(one.mentions) == 3)
    assert len(claim.origins) == 1


RESCUE = (
    "Volunteers rescued four seals from a fishing net off Orrin on Monday, {} said.\n",
    "Four seals were rescued by volunteers on Monday from a fishing net off Orrin, {} said.\n",
    "Volunteers on Monday rescued four seals who were caught in a fishing net off Orrin, {} said.\n",
)


def test_names_counted_as_one_origin_are_told() -> None:
    texts = [
        RESCUE[0].format("Inspector Lindqvist"),
        RESCUE[1].format("Astrid Lindqvist, a spokeswoman for the Seal Trust,"),
        RESCUE[2].format("the Seal Trust"),
    ]
    found = analyse([Article(text, path=f"{n}.txt") for n, text in enumerate(texts)]).claims
    (claim,) = (one for one in found if len({mention.article for mention in one.mentions}) == 3)
    assert claim.origins == ("Astrid Lindqvist",)
    assert claim.status != "corroborated"
    assert "counted as Astrid Lindqvist" in claim.reasons["origins"]
    assert "Seal Trust" in claim.reasons["origins"]


def test_nothing_is_told_of_origins_that_are_all_their_own() -> None:
    texts = [
        told.format(name) for told, name in zip(RESCUE, ("Astrid Lindqvist", "Bo Hartmann"), strict=False)
    ]
    found = analyse([Article(text, path=f"{n}.txt") for n, text in enumerate(texts)]).claims
    (claim,) = (one for one in found if len({mention.article for mention in one.mentions}) == 2)
    assert claim.status == "corroborated"
    assert "origins" not in claim.reasons


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        (
            "Envoy Bo Lind said the board had met but was not considering granting a berth “for the winter”.",
            "the board was not considering granting a berth “for the winter”",
        ),
        (
            "The harbour pilots said that it was unlikely for the tanker to use the old berth in Orrin.",
            "it was unlikely for the tanker to use the old berth in Orrin",
        ),
    ],
)
def test_what_answers_nobody_is_what_it_says_itself(sentence: str, shown: str) -> None:
    claim = claim_about(analyse([Article(f"{sentence}\n")]), shown)
    assert {m.stance for m in claim.mentions} == {"reports"}
    assert claim.status in {"official", "attributed"}


def test_what_answers_somebody_still_denies_it() -> None:
    text = (
        "The harbour pilots said that the tanker would use the old berth in Orrin.\n"
        "The harbour master said it was unlikely that the tanker would use the old berth in Orrin.\n"
    )
    claim = claim_about(analyse([Article(text)]), "old berth")
    assert {m.stance for m in claim.mentions} == {"reports", "doubts"}


def test_the_same_words_of_two_sources_corroborate_nothing() -> None:
    texts = [RESCUE[0].format(name) for name in ("Astrid Lindqvist", "Bo Hartmann")]
    found = analyse([Article(text, path=f"{n}.txt") for n, text in enumerate(texts)]).claims
    (claim,) = (one for one in found if len({mention.article for mention in one.mentions}) == 2)
    assert claim.origins == ("Astrid Lindqvist",)
    assert claim.status == "attributed"
    assert claim.reasons["origins"] == "the same words are also given to Bo Hartmann"
