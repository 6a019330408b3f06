"""Finding: a filter for the list, and a search within the article; both typed into the bottom line."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from tui.app.completion import complete_query
from tui.app.outgoing import Outgoing
from tui.workspace.query import QueryError

if TYPE_CHECKING:
    from tui.app.prompt import Prompt

_FILTER, _SEARCH = "/", "\\"


class Finder(Outgoing):
    """The deck with its two prompts."""

    sought = ""  # in the article; as it was searched last

    # -- the prompt

    def take_typed(self, query: str, kept: bool) -> None:
        """Apply what is typed; a bad filter stays in the prompt to be mended."""
        find = self._search if self.footer.sign == _SEARCH else self._filter
        if self.footer.prompting and find(query) and kept:
            self._close_prompt()
            if self.footer.sign == _SEARCH:
                self._say_matches()

    def on_prompt_cancelled(self) -> None:
        """As it was before."""
        self._close_prompt()
        if self.footer.sign == _SEARCH:
            self._search("")
        else:
            self._filter(self.footer.before)
            self.show_progress()

    def on_prompt_browsed(self, message: Prompt.Browsed) -> None:
        """Look through what was found while typing."""
        if self.footer.sign == _SEARCH:
            self.reading.article.step_match(message.steps)
            self.footer.answer(self._matches)
        else:
            self.lists.shown.move(message.steps)

    def _close_prompt(self) -> None:
        self.footer.close(self.progress)
        self.panes.fit()

    # -- the filter

    async def action_filter(self) -> None:
        """Type a filter for the list; it is applied as it is typed."""
        self.rest.now()
        if self.panes.current != "list":
            self.focus_pane("list")
        await self._ask_filter(self.lists.query)

    async def action_saved_filter(self) -> None:
        """Choose among the filters of config.toml."""
        names = sorted(self.workspace.config.filters)
        if not names:
            self.footer.say(
                'No saved filters; in config.toml: [filters]  court = "status:disputed tag:court"'
            )
            return
        if self.panes.current != "list":
            self.focus_pane("list")
        await self._ask_filter("@")
        self.footer.say(f"tab: {' '.join('@' + name for name in names)}")

    async def _ask_filter(self, value: str) -> None:
        Thread(target=self.workspace.prepare_search, daemon=True).start()
        complete = complete_query(self.workspace.config.filters, self.workspace.tags)
        self.set_focus(await self.footer.ask(value, _FILTER, self.lists.query, complete))

    def apply_filter(self, query: str) -> None:
        """Filter the list by a saved query."""
        if self._filter(query):
            self.focus_pane("list")
            self.show_progress()

    def _filter(self, query: str) -> bool:
        """Filter the list; false, with the reason in the footer, if `query` has no meaning."""
        if query.endswith('"'):
            Thread(target=self.workspace.prepare_phrases, daemon=True).start()
        try:
            self.lists.filter(query)
        except QueryError as error:
            self.footer.say(str(error), bad=True)
            return False
        self.footer.answer(self.lists.count)
        self.follow_later(self.settle)
        return True

    async def action_clear_filter(self) -> None:
        """One after the other: the tour, the search, the filter."""
        if not await self.end_tour():
            self.put_away()

    def put_away(self) -> bool:
        """Put the search or else the filter away; false if there is neither."""
        if self.reading.article.found:
            self._search("")
            self.footer.say("Search ended")
            return True
        if self.lists.query:
            self._filter("")
            self.show_progress()
            self.footer.say("Filter cleared")
            return True
        return False

    # -- searching within the article

    async def action_search(self) -> None:
        """Type words to be marked in the article."""
        self.rest.now()
        if self.reading.paper is None:
            self.footer.say("No article to search")
            return
        self.focus_pane("article")
        self.set_focus(await self.footer.ask("", _SEARCH))

    def _search(self, query: str) -> bool:
        """Mark where `query` stands in the article."""
        self.sought = query or self.sought
        self.reading.article.search(query)
        self.footer.answer(self._matches if query else "")
        return True

    def action_step_match(self, steps: int) -> None:
        """To the next place, round the article; what was searched last is searched again."""
        article = self.reading.article
        if not article.found and self.sought:
            article.search(self.sought)
        elif article.found:
            article.step_match(steps)
        self._say_matches()

    def _say_matches(self) -> None:
        self.footer.say(f"{self._matches} “{self.sought}”" if self.sought else "Nothing searched yet")

    @property
    def _matches(self) -> str:
        found, hit = self.reading.article.found, self.reading.article.hit
        return f"{hit + 1} of {len(found)}" if found else "0 of 0"
