"""The browser as a person uses it, key by key, on the small corpus."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from textual import events

from tests.app.desk import open_desk
from tests.app.driving import desk
from tui.app.keys import actions


async def test_it_opens_on_the_first_article_with_its_first_claim(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        assert d.paper == "Herald"
        assert d.claim.startswith("The Lund bridge at Norrholm may collapse")
        assert "0 of 5 decided" in d.footer
        assert "1 Articles 3" in d.screen


async def test_the_other_panes_follow_the_list(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("j")
        assert d.paper == "Courier"
        assert "spokeswoman for the city" in d.screen
        await d.press("G")
        assert d.paper == "The Evening"
        await d.press("g")
        assert d.paper == "Herald"


async def test_the_inspector_names_who_denies_and_who_cannot_confirm(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c")
        screen = d.screen
        assert "Denied or not confirmed by" in screen
        assert "City of Norrholm — Ida Falk denies · Courier" in screen
        assert "“There are no cracks in any pier”" in screen
        assert "road agency cannot confirm · Courier" in screen
        assert "Recurs in 3 articles, 1 origin: engineer" in screen
        assert "engineer → Herald" in screen
        assert "piers with cracks conflict" in screen


async def test_evidence_leads_to_its_span_and_back(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "enter", "enter")
        article = d.browser.reading.article
        assert d.paper == "Courier"
        assert article.target is not None
        assert article.article is not None
        start, end = article.target
        assert article.article.article.text[start:end] == "There are no cracks in any pier"
        assert d.browser.panes.current == "article"
        await d.press("left_square_bracket")
        assert d.paper == "Herald"
        await d.press("right_square_bracket")
        assert d.paper == "Courier"
        await d.press("right_square_bracket")
        assert "Nowhere further forward" in d.footer


async def test_from_claim_to_claim_and_the_ends_say_so(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("n")
        assert d.claim == "Around 4,200 cars cross it every day"
        await d.press("9", "n")
        assert d.claim.startswith("The city paid")
        await d.press("n")
        assert "Last claim of this article" in d.footer
        await d.press("9", "N", "N")
        assert "First claim of this article" in d.footer


async def test_deciding_moves_on_and_is_on_disk_at_once(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path)
    async with desk(workspace) as d:
        await d.press("c", "x")
        assert d.claim.startswith("The city paid")
        assert "refuted" in d.footer
        assert "1 of 5 decided" in d.footer
        assert "= refuted" in d.screen
        again = open_desk(tmp_path, scan=False)
        assert again.progress() == (1, 5)


async def test_undo_and_redo_say_what_and_go_back_to_it(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path)
    async with desk(workspace) as d:
        await d.press("c", "x", "v", "u")
        assert "Undone: verified" in d.footer
        assert d.claim.startswith("The city paid")
        assert workspace.progress() == (1, 5)
        await d.press("u")
        assert workspace.progress() == (0, 5)
        await d.press("u")
        assert "Nothing to undo" in d.footer
        await d.press("ctrl+r")
        assert "Redone: refuted" in d.footer
        assert workspace.progress() == (1, 5)


async def test_looking_never_decides(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path)
    async with desk(workspace) as d:
        await d.press("c", "j", "space", "enter", "j", "enter", "n", "N", "a", "K", "tab", "l", "h", "z", "z")
        assert workspace.progress() == (0, 5)


async def test_an_article_not_yet_shown_is_not_decided_on(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path)
    async with desk(workspace) as d:
        await d.pilot.press("j", "x")
        await d.rest()
        assert workspace.progress() == (0, 5)
        assert "press again to decide" in d.footer
        await d.press("x")
        assert workspace.progress() == (1, 5)


async def test_deciding_through_an_article_skips_what_is_decided(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path)
    async with desk(workspace) as d:
        await d.press("i", "i", "N", "N", "space")
        assert d.claim.startswith("cracks had been found")


async def test_the_filter_is_live_counted_and_stays_in_sight(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "slash", *"status:den")
        await d.press(*"ied")
        assert "1 Claims 1 of 5" in d.screen
        await d.press("enter")
        assert "/status:denied" in d.screen
        assert d.claim.startswith("cracks had been found")
        await d.press("q")
        assert "1 Claims 5" in d.screen
        assert d.app.return_code is None


async def test_a_filter_leads_to_the_best_it_finds_unless_the_claim_is_among_it(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "G", "slash", *"piers")
        assert d.claim.startswith("cracks had been found")
        await d.press("ctrl+g", "G", "slash", *"bridge", "enter")
        assert d.claim == "The bridge was built in 1961"


async def test_what_is_typed_behind_enter_is_not_part_of_the_filter(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c")
        for key in ("slash", *"bridge", "enter", "x", "j"):
            d.app.post_message(events.Key(key, key if len(key) == 1 else {"slash": "/"}.get(key)))
        await d.rest()
        assert "/bridge" in d.screen
        assert "1 Claims 3 of 5" in d.screen
        assert d.browser.workspace.progress() == (1, 5)


async def test_leaving_the_prompt_brings_the_old_list_back(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("slash", *"courier")
        assert "1 Articles 1 of 3" in d.screen
        await d.press("ctrl+g")
        assert "1 Articles 3" in d.screen
        await d.press("slash", "backspace")
        assert not d.browser.footer.prompting


async def test_a_query_that_means_nothing_says_so_and_changes_nothing(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "slash", *"statsu:denied")
        assert "no field 'statsu'; did you mean 'status'?" in d.footer
        before = len(d.browser.lists.claims.rows)
        await d.press("enter")
        assert d.browser.footer.prompting
        assert len(d.browser.lists.claims.rows) == before


async def test_nothing_found_is_said_in_the_list(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("slash", *"zzzzqqq", "enter")
        assert "Nothing matches “zzzzqqq”" in d.screen
        await d.press("x")
        assert "No claim to decide on" in d.footer


async def test_a_first_run_reads_in_the_background(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path, scan=False)
    async with desk(workspace) as d:
        assert d.paper == "Herald"
        assert "0 of 5 decided" in d.footer


async def test_an_empty_corpus_says_what_to_do(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, texts={})) as d:
        assert "No article in" in d.screen
        assert "claims-tui PATH" in d.screen


async def test_files_read_again_keep_the_place(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path)
    async with desk(workspace) as d:
        await d.press("j", "n")
        before = d.claim
        (tmp_path / "corpus" / "evening.txt").unlink()
        await d.press("r")
        await d.rest()
        assert "1 Articles 2" in d.screen
        assert (d.paper, d.claim) == ("Courier", before)


async def test_the_next_session_resumes(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("j", "n", "2")
        before = d.claim
    async with desk(open_desk(tmp_path, scan=False)) as d:
        assert (d.paper, d.claim, d.browser.panes.current) == ("Courier", before, "article")


async def test_a_hidden_inspector_shows_what_was_decided_once_it_is_in_sight(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path), (80, 24)) as d:
        await d.press("3")
        assert "Decided" not in d.screen
        await d.press("1", "n", "x", "N", "3")
        assert "Decided: refuted" in d.screen
        await d.press("1", "u", "3")
        assert "Decided: refuted" not in d.screen
        await d.press("1", "G", "3")
        assert d.browser.reading.inspector.entries[0].text == d.claim


async def test_a_claim_that_went_away_unseen_says_so(tmp_path: Path) -> None:
    workspace = open_desk(tmp_path)
    async with desk(workspace, (80, 24)) as d:
        await d.press("G", "G")
        (tmp_path / "corpus" / "evening.txt").unlink()
        (tmp_path / "corpus" / "herald.txt").unlink()
        (tmp_path / "corpus" / "courier.txt").unlink()
        workspace.scan()
        await d.pilot.press("3")
        await d.pilot.pause()
        assert "This claim is gone" in d.screen


async def test_panes_by_number_zoom_and_width(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path), (80, 24)) as d:
        shown = d.browser
        assert (
            shown.lists.articles.display,
            shown.reading.article.display,
            shown.reading.inspector.display,
        ) == (True, True, False)
        await d.press("3")
        assert (
            shown.lists.articles.display,
            shown.reading.article.display,
            shown.reading.inspector.display,
        ) == (False, True, True)
        await d.press("z")
        assert (shown.reading.article.display, shown.reading.inspector.display) == (False, True)
        await d.press("1")
        assert (shown.lists.articles.display, shown.reading.inspector.display) == (True, False)


@pytest.mark.parametrize("size", [(40, 12), (20, 6), (12, 3), (3, 2), (80, 24), (300, 80)])
async def test_no_size_breaks_it(tmp_path: Path, size: tuple[int, int]) -> None:
    async with desk(open_desk(tmp_path), size) as d:
        await d.press(
            "c", "j", "enter", "enter", "n", "z", "1", "ctrl+d", "G", "a", "3", "G", "ctrl+u", "x", "u"
        )
        assert d.claim


async def test_help_lists_every_action_and_leaves_by_q(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path), (100, 120)) as d:
        await d.pilot.press("question_mark")
        await d.pilot.pause()
        words = " ".join(d.screen.replace("┃", " ").split())
        assert [a.id for a in d.browser.claims_app.actions if a.text not in words] == []
        await d.pilot.press("q")
        await d.pilot.pause()
        assert d.app.screen is d.browser


async def test_the_palette_runs_an_action(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.pilot.press("ctrl+p")
        await d.pilot.press(*"list the claims")
        await d.app.workers.wait_for_complete()
        await d.pilot.pause()
        await d.pilot.press("enter")
        await d.rest()
        assert d.browser.lists.view == "claims"


async def test_the_mouse_selects_opens_and_scrolls(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.pilot.click("#articles", offset=(5, 3))
        await d.rest()
        assert (d.paper, d.browser.panes.current) == ("Courier", "list")
        await d.pilot.click("#article", offset=(8, 7))
        await d.rest()
        assert (d.claim, d.browser.panes.current) == (
            "cracks had been found in two of the nine piers",
            "article",
        )
        await d.pilot.click("#articles", offset=(5, 5), times=2)
        await d.rest()
        assert (d.paper, d.browser.panes.current) == ("The Evening", "article")


async def test_a_count_repeats_a_movement(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "4", "j")
        assert d.browser.lists.claims.cursor == 4
        await d.press("0", "2", "k")
        assert d.browser.lists.claims.cursor == 2
        await d.press("0", "2", "g")
        assert d.browser.lists.claims.cursor == 1


async def test_another_width_shows_other_panes_and_keeps_the_place(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("j", "n", "3")
        before = d.claim
        for size in ((80, 24), (40, 12), (160, 40)):
            await d.pilot.resize_terminal(*size)
            await d.rest()
            assert (d.claim, d.browser.panes.current) == (before, "inspector")
        assert d.browser.lists.articles.display


async def test_sorting_keeps_the_claim(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.press("c", "j")
        before = d.claim
        await d.press("s")
        assert "by recurrence" in d.screen
        assert "Claims sorted by recurrence" in d.footer
        assert d.claim == before


async def test_rebound_keys_work_and_clashes_are_reported(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path, keys={"next-claim": "P", "skip": "u"})) as d:
        assert "u is bound to skip and undo" in d.footer
        await d.press("P")
        assert d.claim.startswith("Around 4,200")


async def test_text_is_data_never_markup(tmp_path: Path) -> None:
    texts = {"herald.txt": "[/x] [@click=app.quit]Title[/]\n\nBody [bold]of \x1b[2J\x9b31m\u202edanger.\n"}
    async with desk(open_desk(tmp_path, texts=texts)) as d:
        assert "[@click=app.quit]Title[/]" in d.screen
        assert not set(d.screen) & set("\x1b\x9b\u202e")


async def test_leaving_by_q_and_by_a_signal(tmp_path: Path) -> None:
    async with desk(open_desk(tmp_path)) as d:
        await d.pilot.press("q")
    assert d.app.return_code == 0
    async with desk(open_desk(tmp_path)) as d:
        d.browser.claims_app.leave(143)
        await d.pilot.pause()
    assert d.app.return_code == 143


@pytest.mark.parametrize("seed", [1, 2])
async def test_no_sequence_of_keys_breaks_it(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    leaving = {"quit", "suspend", "palette"}
    keys = [key for action in actions() if action.id not in leaving for key in action.keys]
    async with desk(open_desk(tmp_path), (80, 24)) as d:
        for _ in range(80):
            await d.pilot.press(dice.choice([*keys, *"05", "ctrl+g", "escape", "enter"]))
            if dice.random() < 0.1:
                await d.pilot.resize_terminal(dice.choice([40, 80, 130]), dice.choice([8, 24, 40]))
        assert d.app.return_code is None
