from __future__ import annotations

import pytest

from tui.language.names import Cast
from tui.language.phrases import is_own_voice, parse
from tui.model import Attribution, Span

NAMES = [
    ("Mayor Ada Quill", "Ada Quill", "Mayor"),
    ("Ada Quill, mayor of Orrin", "Ada Quill", "mayor of Orrin"),
    ("the mayor of Orrin, Ada Quill", "Ada Quill", "the mayor of Orrin"),
    ("Coast Guard chief Admiral Bo Lind", "Bo Lind", "Coast Guard chief Admiral"),
    ("Sarah L. Dean of the law firm Pike & Moore", "Sarah L. Dean", "law firm Pike & Moore"),
    ("Sen. Robert Lane of Orrin", "Robert Lane", "Sen.; Orrin"),
    ("Bank of Orrin", "Bank of Orrin", ""),
    ("residents of New Orrin", "residents of New Orrin", ""),
    ("However the harbour board", "harbour board", ""),
    ("Paul Reed in an email to staff", "Paul Reed", ""),
    ("the Harbour Board last week", "Harbour Board", ""),
    ("an Orrin Gazette poll from last month", "Orrin Gazette poll", ""),
    ("Ann Roe of Lund and Robert Lane of Orrin", "Ann Roe of Lund and Robert Lane of Orrin", ""),
    ("the Harbour Board", "Harbour Board", ""),
    ("a dock worker who was there", "dock worker", ""),
    ("sources familiar with the talks", "sources familiar with the talks", ""),
    ("those aware of the plan", "those aware of the plan", ""),
    ("a report in the Orrin Gazette", "Orrin Gazette", "report in the Orrin Gazette"),
    ("the Telegram channel Northern Star", "Northern Star", "Telegram channel Northern Star"),
    ("a report Nov. 9 in the Orrin Gazette", "Orrin Gazette", "report in the Orrin Gazette"),
    ("a report Nov", "report", ""),
    ("Ann May Roe", "Ann May Roe", ""),
    ("Northern Star channel", "Northern Star", "Northern Star channel"),
    ("the account of Northern Star", "Northern Star", "account of Northern Star"),
    ("Dr. Maria Lopez-Vega", "Maria Lopez-Vega", "Dr."),
    ("Dr. Helen Marsh", "Helen Marsh", "Dr."),
    ("Prime Minister Ann May", "Ann May", "Prime Minister"),
    ("council member Petra Kahl", "Petra Kahl", "council member"),
    ("activists from the group Clean Rivers", "Clean Rivers", "activists from the group"),
    ("Builder Emil Hart", "Emil Hart", "Builder"),
    ("A government spokesperson on Tuesday morning", "government spokesperson", ""),
    ("Leaders in Orrin first", "Leaders in Orrin", ""),
    ("residents of New Orrin", "residents of New Orrin", ""),
    ("Hart’s former accountant, Lisa Moor", "Lisa Moor", "Hart’s former accountant"),
    ("the ship, Queen Mary", "ship", "Queen Mary"),
    ("A court in Lund acquitted mayor Rolf Stein", "court in Lund", ""),
    ("officials briefed on the matter", "officials briefed on the matter", ""),
    ("the Lund based channel North Star", "North Star", "Lund based channel North Star"),
    ("a nurse and an internal report", "nurse", ""),
    ("a union and an airline", "union and an airline", ""),
    ("a spokesman for President Ann Roe", "spokesman for President Ann Roe", ""),
]


@pytest.mark.parametrize(("phrase", "name", "description"), NAMES)
def test_name_and_description(phrase: str, name: str, description: str) -> None:
    assert parse(phrase) == (name, description)


def cast(text: str, *sources: str, oblique: tuple[str, ...] = ()) -> tuple[Cast, list[Span]]:
    """The cast of a text with sources at their places in order."""
    spans: list[Span] = []
    for source in sources:
        start = text.index(source, spans[-1].end if spans else 0)
        spans.append(Span.of(text, start, start + len(source)))
    found = [
        Attribution(
            span, span, (), "attribution.according-to" if span.text in oblique else "attribution.said"
        )
        for span in spans
    ]
    return Cast(text, found), spans


REFERENCES = [
    ("Ada Quill said so. Quill added more.", ["Ada Quill", "Quill"], "Ada Quill"),
    ("Ada Quill said so. She added more.", ["Ada Quill", "She"], "Ada Quill"),
    ("Ada Quill said so. The firm agreed. It has no plans.", ["Ada Quill", "The firm", "It"], "firm"),
    (
        "Ada Quill, the city’s envoy, said so. The envoy left.",
        ["Ada Quill, the city’s envoy", "The envoy"],
        "Ada Quill",
    ),
    ("A palace insider said so. The source said more.", ["A palace insider", "The source"], "palace insider"),
    (
        "The Telegram channel Northern Star said so. The channel said more.",
        ["The Telegram channel Northern Star", "The channel"],
        "Northern Star",
    ),
    ("No, says the former minister. Ann Roe argued that.", ["the former minister", "Ann Roe"], "Ann Roe"),
    ("Ann Roe won. Secretary of State Ann C. Roe said so.", ["Secretary of State Ann C. Roe"], "Ann Roe"),
    ("Villagers told us. They wept.", ["Villagers", "They"], "Villagers"),
    ("Ann Roe ran. Tim Orr said so. Roe was banned in May. She said more.", ["Tim Orr", "She"], "Ann Roe"),
    ("Ann Roe ran. Roe was banned. Tim Orr said so. He said more.", ["Tim Orr", "He"], "Tim Orr"),
    (
        "Ida Berg, a spokeswoman, said so. Mr. Tim Orr agreed. She said more.",
        ["Ida Berg, a spokeswoman", "Mr. Tim Orr", "She"],
        "Ida Berg",
    ),
    (
        "A person with knowledge of it said so. The person left.",
        ["A person with knowledge of it", "The person"],
        "person with knowledge of it",
    ),
    (
        "A person there said so. The national doping agency left.",
        ["A person there", "The national doping agency"],
        "national doping agency",
    ),
    (
        "Sheikh Yusuf al-Karimi spoke. Karimi said so.",
        ["Sheikh Yusuf al-Karimi", "Karimi"],
        "Yusuf al-Karimi",
    ),
    ("We spoke to Ada Quill. Bo Lind said so.", ["Ada Quill. Bo Lind"], "Bo Lind"),
    ("They left Long Beach. She said so.", ["Long Beach. She"], "She"),
    ("A harbour pilot has angered many by saying so.", ["A harbour pilot has angered many"], "harbour pilot"),
    ("A pilot who was there said so.", ["A pilot who was there"], "pilot"),
    ("Ada Quill hit out at trolls who said so.", ["Ada Quill", "who"], "trolls"),
    ("Ada Quill spoke. She met Bo Lind, who said so.", ["Ada Quill", "who"], "Bo Lind"),
    ("The Water and Health Office, or WHO, spoke. The beds are full, WHO said.", ["WHO", "WHO"], "WHO"),
    ("A study of 7,804 pilots said so.", ["A study of 7,804 pilots"], "study of 7,804 pilots"),
    ("A pilot did not answer.", ["A pilot did not answer"], "pilot"),
    ("Worried Ada Quill said so. Ada Quill left.", ["Worried Ada Quill"], "Ada Quill"),
    (
        "Ada Quill Ada Maria QuillPort strike ends MORE said so.",
        ["Ada Quill Ada Maria QuillPort"],
        "Ada Quill",
    ),
    ("A SCHOOLBOY said so.", ["A SCHOOLBOY"], "schoolboy"),
    ("NATO said so.", ["NATO"], "NATO"),
]


@pytest.mark.parametrize(("text", "sources", "expected"), REFERENCES)
def test_references_are_followed(text: str, sources: list[str], expected: str) -> None:
    known, spans = cast(text, *sources)
    assert known.resolve(spans[-1]) == expected


def test_a_role_named_before_its_bearer() -> None:
    text = "No, says the former minister. Ann Roe argued that."
    known, spans = cast(text, "the former minister", "Ann Roe")
    assert known.resolve(spans[0]) == "Ann Roe"


def test_a_pronoun_passes_over_whom_the_story_was_read_in() -> None:
    text = "The firm said so, according to the Gazette. It said more."
    known, spans = cast(text, "The firm", "the Gazette", "It", oblique=("the Gazette",))
    assert known.resolve(spans[2]) == "firm"


def test_one_source_passed_on_by_another() -> None:
    text = "Officials cited by the Gazette said so."
    known, spans = cast(text, "Officials cited by the Gazette")
    assert known.hops(spans[0]) == ("Officials", "Gazette")


def test_a_document_is_known_from_who_has_seen_it() -> None:
    text = "An internal memo first seen by the Gazette said so."
    known, spans = cast(text, "An internal memo first seen by the Gazette")
    assert known.hops(spans[0]) == ("internal memo", "Gazette")


def test_a_city_is_no_surname() -> None:
    text = "Will Paris pay? Paris said it would."
    known, spans = cast(text, "Paris said"[:5])
    assert known.resolve(spans[0]) == "Paris"


def test_descriptions_come_from_around_the_name() -> None:
    text = "Ann Roe, a spokeswoman for the port, said so."
    known, spans = cast(text, "Ann Roe")
    known.resolve(spans[0])
    assert "spokeswoman for the port" in known.description("Ann Roe")


def test_an_article_speaking_of_itself() -> None:
    assert is_own_voice("My headline")
    assert not is_own_voice("The headline")
    assert not is_own_voice("This report")


def test_a_headline_opens_with_no_first_name() -> None:
    text = "Read Ada Maria Quill’s statement\n\nThe teacher Ada Maria Quill said so. Quill said more."
    known, spans = cast(text, "Quill said"[:5])
    assert known.resolve(Span.of(text, text.rindex("Quill"), text.rindex("Quill") + 5)) == "Ada Maria Quill"
    assert spans


def test_who_is_named_later_is_named_from_the_beginning() -> None:
    text = "A building contractor said so. The contractor, Emil Hart, wept. A contractor from Orrin did not."
    known, spans = cast(text, "A building contractor", "The contractor, Emil Hart", "A contractor from Orrin")
    assert [known.resolve(span) for span in spans] == ["Emil Hart", "Emil Hart", "contractor from Orrin"]
