from __future__ import annotations

import pytest

from tests.language.lines import plain
from tui.language import furniture, quotes, sentences
from tui.model import LineKind, Sentence

PROMPTS = [
    "Sign up for the Harbour Post’s evening newsletter and never miss a tide.",
    "You will receive emails with offers from the Gazette.",
    "You may opt-out at any time.",
    "Download our app for alerts on the storm.",
    "Watch Sunday Talk with Ana Reis on Sundays at 9am ET.",
    "- Check out the map of closed ferries.",
    "You can read the full indictment here.",
    "By signing up you agree to our terms and to what we do with your data.",
    "Please include a contact number if you are willing to speak to a reporter.",
    "Your contribution helps our reporters to stay on the story.",
    "For more on the flood, follow our reporters on Twitter.",
    "To get it in your inbox, sign up for free.",
    "If you enjoyed this article, become a member.",
    "JUST WATCHED Dam breaks in Orrin Replay More Videos ... MUST WATCH Dam breaks in Orrin 02:11",
    "Hide Caption 3 of 12 Photos: The flood in Orrin A man carries his dog.",
    "LISTEN TO ARTICLE 4:27 SHARE THIS ARTICLE Share Tweet",
]
NOTES = [
    "The opinions expressed in this commentary are solely those of the author.",
    "Views expressed here do not necessarily reflect the views of the university.",
    "--This report was updated at 11:31 a.m.",
    "• This article is based in part on wire service reports.",
    "This column was first published in the Coast Gazette.",
    "A version of this story first appeared in our weekly letter.",
    "Editor’s note: This article was updated on March 25 to reflect new moves by the board.",
    "This text may not be in its final form and may be revised.",
    "We regret the error.",
]
LINKS = [
    "Ferry runs aground off the northern cape Read more",
    "(RELATED: Harbour Board Votes To Close The Quay)",
    "Related Stories:",
]
CREDITS = [
    "Nora Weiss contributed.",
    "Contributing: Jordan Alba and the Coast Agency.",
    "Reprinted from Harbour Wire with permission.",
    "Write to Louise Hart at louise.hart@post.example",
    "She can be reached at mo@post.example.",
    "Follow him on Twitter @tides.",
    "Paul Loeb/Getty Images, FILE",
    "Produced by Zach Ferro.",
]
NEWS = [
    "Sign-ups for the vaccine fell by a third in May.",
    "Follow-up checks found cracks in 12 bridges.",
    "Watch sales fell by 4 percent in March, the jewellers’ guild said.",
    "Support for the ban is much higher in towns, a poll on Twitter found.",
    "Contact tracing was dropped, and the app was switched off in June.",
    "Share prices fell after the email was leaked.",
    "Read by millions, the newsletter moved the markets.",
    "The report was updated on Friday with the names of the dead.",
    "The views expressed by the minister are those of a minority, the union said.",
    "The mayor contributed 4,000 crowns to the campaign.",
    "The senator can be reached only by ferry.",
    "Correction: An earlier version of this story misstated the number of the dead.",
    "Listen to the science. https://t.co/Ow1 — Ana Reis (@anareis) July 16, 2020",
    "Download speeds fell in ten regions, the regulator said.",
    "You have to be a resident to vote in Orrin.",
    "Like the mail boat, the ferry stops at noon.",
    "The paper said that the story was first published in Oslo.",
]


def kinds(text: str) -> list[LineKind]:
    return [one.kind for one in marked(text)]


def marked(text: str) -> tuple[Sentence, ...]:
    return furniture.mark(text, sentences.split(text, plain(text)), quotes.find(text))


@pytest.mark.parametrize("sentence", PROMPTS + NOTES)
def test_prompts_and_notes_are_boilerplate(sentence: str) -> None:
    assert furniture.kind_of(sentence) == "boilerplate"


@pytest.mark.parametrize("sentence", LINKS)
def test_links_are_related(sentence: str) -> None:
    assert furniture.kind_of(sentence) == "related"


@pytest.mark.parametrize("sentence", CREDITS)
def test_credits(sentence: str) -> None:
    assert furniture.kind_of(sentence) == "credit"


@pytest.mark.parametrize("sentence", NEWS)
def test_news_is_no_furniture(sentence: str) -> None:
    assert furniture.kind_of(sentence) is None


def test_what_is_quoted_is_no_furniture() -> None:
    text = "“We lost. Sign up for the newsletter, she told them.” Sign up for the newsletter."
    assert kinds(text) == ["body", "body", "boilerplate"]


def test_what_speaks_to_the_reader_before_a_prompt_is_one() -> None:
    text = (
        "The dam broke at noon.\n"
        "We answer your questions every day. Your contribution keeps our journalism free for readers."
    )
    assert kinds(text) == ["body", "boilerplate", "boilerplate"]


STORY = "The dam broke at noon. " * 30 + "\n"


def test_who_wrote_it_stands_at_the_tail() -> None:
    text = f"{STORY}• Ana Reis is a fellow at the Tide Institute. She is the author of “Salt.”"
    assert kinds(text)[-2:] == ["byline", "byline"]


def test_who_wrote_it_stands_at_the_head() -> None:
    text = f"Ana Reis, a former pilot, is a columnist for the Post.\n{STORY}"
    assert kinds(text)[0] == "byline"


def test_of_whom_an_article_tells_did_not_write_it() -> None:
    text = f"Ana Reis opened the dam.\n{STORY}Ana Reis is a professor at the Tide Institute."
    assert "byline" not in kinds(text)


def test_who_is_introduced_in_the_middle_did_not_write_it() -> None:
    text = f"{STORY}Ana Reis is a fellow at the Tide Institute.\n{STORY}"
    assert "byline" not in kinds(text)


def test_she_goes_on_about_nobody_after_news() -> None:
    assert set(kinds(f"{STORY}The pilot swam ashore. She is a columnist.")) == {"body"}
