"""What is worked out once for each word."""

from tui.language.memory import Memory


def test_each_word_is_worked_out_once() -> None:
    asked: list[str] = []

    def made(word: str) -> int:
        asked.append(word)
        return len(word)

    known = Memory(made, most=3)
    assert [known[word] for word in ("ore", "mill", "ore", "mill")] == [3, 4, 3, 4]
    assert asked == ["ore", "mill"]


def test_it_forgets_before_it_grows_too_large() -> None:
    known = Memory(str.upper, most=2)
    assert [known[word] for word in "abcab"] == list("ABCAB")
    assert len(known) <= 2
