from __future__ import annotations

import mailbox
from contextlib import closing
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.corpus.readers.conftest import Reading, lines


def message(text: str = "The dam holds.\n", subject: str = "Dam “holds”") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "“The Post” newsdesk <news@post.example>"
    mail["Subject"] = subject
    mail["Date"] = "Sat, 06 May 2023 10:00:00 +0000"
    mail["Archived-At"] = "<https://post.example/dam>"
    mail.set_content(text)
    return mail


@pytest.mark.parametrize("name", ["a.eml", "noname"])
def test_a_message_is_an_article(reading: Reading, name: str) -> None:
    (article,) = reading(name, message().as_bytes()).articles
    assert (article.text.strip(), article.title, article.date) == (
        "The dam holds.",
        "Dam “holds”",
        "2023-05-06",
    )
    assert article.publisher == "“The Post” newsdesk"
    assert (article.url, article.path) == ("https://post.example/dam", name)


@pytest.mark.parametrize("charset", ["utf-8", "latin-1", "iso-8859-15", "koi8-r"])
def test_the_declared_encoding_counts(reading: Reading, charset: str) -> None:
    text = "Плотина держится.\n" if charset == "koi8-r" else "Das Café am Fluß bleibt trocken.\n"
    mail = EmailMessage()
    mail["From"] = "a@b.example"
    mail.set_content(text, charset=charset)
    assert reading("a.eml", mail.as_bytes()).articles[0].text.strip() == text.strip()


def test_plain_text_is_preferred_and_html_read_without(reading: Reading) -> None:
    both = message("Plain words.\n")
    both.add_alternative("<p>Fancy words.</p>", subtype="html")
    both.add_attachment("not part of it", filename="notes.txt")
    assert reading("a.eml", both.as_bytes()).articles[0].text == "Plain words."
    fancy = message()
    fancy.set_content("<style>p {}</style><p>Fancy &amp; <b>free</b>.</p><p>Two.</p>", subtype="html")
    assert reading("b.eml", fancy.as_bytes()).articles[0].text == "Fancy & free.\n\nTwo."


def test_attached_messages_are_articles_of_their_own(reading: Reading) -> None:
    outer = message("See below.\n")
    outer.add_attachment(message("Forwarded words.\n", "Inner"))
    first, second = reading("a.eml", outer.as_bytes()).articles
    assert (first.text, first.path) == ("See below.", "a.eml")
    assert (second.text.strip(), second.title, second.path) == ("Forwarded words.", "Inner", "a.eml#2")


def test_a_mailbox_is_numbered(reading: Reading, tmp_path: Path) -> None:
    with closing(mailbox.mbox(tmp_path / "made.mbox")) as box:
        for number in range(1, 4):
            box.add(message(f"Message {number}.\n\nFrom here on it is quoted.\n"))
    data = (tmp_path / "made.mbox").read_bytes()
    for name in ("a.mbox", "noname"):
        found = reading(name, data).articles
        assert [article.path for article in found] == [f"{name}#{number}" for number in (1, 2, 3)]
        assert found[1].text.strip() == "Message 2.\n\nFrom here on it is quoted."


def test_damaged_headers_do_not_hurt(reading: Reading) -> None:
    data = b"From: =?nonsense?b?!!!?= <\xff@x>\nSubject: =?utf-8?b?////?=\nDate: tomorrow\n\nThe dam holds.\n"
    (article,) = reading("a.eml", data).articles
    assert article.text.strip() == "The dam holds."
    assert article.date is None


def test_a_large_message_is_said_and_the_next_read(reading: Reading) -> None:
    data = (
        b"From a Sat May 06 2023\nSubject: One\n\n"
        + b"word\n" * 1000
        + b"\nFrom b Sat May 06 2023\nSubject: Two\n\nShort.\n"
    )
    content = reading("a.mbox", data, text=1000)
    assert [article.path for article in content.articles] == ["a.mbox#2"]
    assert lines(content.problems) == ["a.mbox#1: a message of more than 1,000 bytes; leave it out"]


def test_endless_parts(reading: Reading) -> None:
    data = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(5000))
    assert "5,000 parts" in str(reading("a.eml", data).problems[0])
    many = 'Content-Type: multipart/mixed; boundary="b"\n\n' + "--b\n\nx\n" * 50_000
    assert "50,000 parts" in str(reading("a.eml", many).problems[0])


@pytest.mark.parametrize("data", ["Subject: empty\n\n", "Content-Type: image/png\n\nxx", ""])
def test_messages_without_text(reading: Reading, data: str) -> None:
    assert lines(reading("a.eml", data).problems) == ["a.eml: no text in it; leave it out or fill it"]


def test_a_blank_text_beside_a_page_is_none(reading: Reading) -> None:
    both = message(" \n")
    both.add_alternative("<p>Fancy words.</p>", subtype="html")
    assert reading("a.eml", both.as_bytes()).articles[0].text == "Fancy words."


@pytest.mark.parametrize("codec", ["utf-8", "cp1252"])
def test_headers_in_plain_bytes(reading: Reading, codec: str) -> None:
    mail = "Subject: Café “Fluß”\nFrom: Zoë <z@post.example>\nDate: x\n\nThe dam holds."
    (article,) = reading("a.eml", mail.encode(codec)).articles
    assert (article.title, article.publisher) == ("Café “Fluß”", "Zoë")
