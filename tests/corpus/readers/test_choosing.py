from __future__ import annotations

import subprocess
import sys

import pytest

from tui.corpus.readers.choosing import READERS, SUFFIXES, choose, is_readable, reader

HTML = b"<!DOCTYPE html>\n<html>"
RSS = b'<?xml version="1.0"?>\n<!-- made by -->\n<rss version="2.0">'


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", HTML, "plain"),
        ("a.txt", b"\x1f\x8b\x08", "plain"),
        ("a.md", b"<html>", "markdown"),
        ("a.html", b"\x1f\x8b\x08", "gzip"),
        ("a.json", b"PK\x03\x04", "zip"),
        ("a.html", RSS, "feed"),
        ("a.xml", HTML, "page"),
        ("a.xml", b"<?xml version='1.0'?><html xmlns='x'>", "page"),
        ("a.xml", b"<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        ("a.eml", b"From me Sat May 06 10:00:00 2023\nSubject: x\n", "mailbox"),
        ("a.eml", b"Subject: x\nContent-Type: multipart/related\n\n", "message"),
        ("a.html", b"From: <Saved by Blink>\r\nSubject: x\r\n", "mhtml"),
        ("a.json", b'{"a": 1}\n{"a": 2}\n', "json"),
        ("", b"WARC/1.1\r\n", "warc"),
        ("", b"\xef\xbb\xbf" + HTML, "page"),
        ("", b'{"text": "x"}\n{"text": "y"}\n', "json lines"),
        ("", b'[\n  {"text": 1}', "json"),
        ("", b"Subject: x\nDate: y\nFrom: z\n\nbody", "message"),
        ("", b"Note: this\nhas: colons\nalso: here\n\nbody", "plain"),
        ("", b"title,body\n", "table"),
        ("", b"Paris, text and more\n", "plain"),
        ("", b"---\ntitle: x\n---\n", "markdown"),
        ("", b"[Applause] The dam holds.", "plain"),
        ("", b"From here on, it rains. It is 2023\n", "plain"),
        ("notes.2023", b"The dam holds.", "plain"),
        ("a.dat", HTML, "page"),
        ("a.jsonl", b'[{"text": "x"},', "json"),
        ("a.jsonl", b'{\n  "text": "x"\n}', "json"),
        ("a.jsonl", b'{"text": "x"}\n[1]', "json lines"),
        ("a.csv", b'[{"text": "x"},', "json"),
        ("a.csv", b'{"text": "x"}\n{"text": "y"}\n', "json lines"),
        ("a.html", b"The dam holds, said the mayor.", "plain"),
        ("a.xml", b"Subject: x\nDate: y\nFrom: z\n\nbody", "message"),
        ("a.dat", HTML.decode().encode("utf-16"), "page"),
        ("", '{"text": "x"}\n{"text": "y"}\n'.encode("utf-16-le"), "json lines"),
    ],
)
def test_content_counts_and_the_suffix_where_it_leaves_that_open(name: str, head: bytes, kind: str) -> None:
    assert choose(name, head, ("text", "body")) == kind


@pytest.mark.parametrize(
    "head", [b"\x1f\x8b" + b"a" * 4094, b"<" * 4096, b"<!--" * 1024, b"a:" * 2048, b"a: b\n" * 800]
)
def test_any_head_is_looked_at_quickly(head: bytes) -> None:
    assert choose("", head, ("text",)) in READERS


def test_every_suffix_and_format_has_a_reader() -> None:
    assert set(SUFFIXES.values()) <= set(READERS)
    assert all(callable(reader(kind)) for kind in READERS)


def test_what_is_taken_from_folders() -> None:
    assert all(is_readable(f"a{suffix.upper()}") for suffix in SUFFIXES)
    assert not any(map(is_readable, (".txt", ".hidden.html", "a", "a.png", "config.toml", "a.txt~", "a.js")))


def test_reading_plain_text_loads_no_reader_of_anything_else() -> None:
    code = (
        "import sys; from tui.corpus import reading; reading.read_all(['seeds'])\n"
        "print(*sorted({'json', 'csv', 'email', 'gzip', 'zipfile', 'html', 'logging', 'lxml', 'trafilatura',"
        " 'feedparser', 'warcio', 'charset_normalizer', 'tui.corpus.readers.html'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
