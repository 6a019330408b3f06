from __future__ import annotations

import pytest

from tui.corpus.decoding import codec_of, decode
from tui.corpus.problems import UnreadableError

FRENCH = "Le maire a déclaré que le barrage tiendrait « encore » un hiver, même s’il gèle. " * 8
RUSSIAN = "Мэр заявил, что плотина продержится ещё одну зиму, даже если ударят морозы. " * 8


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        (b"caf\xc3\xa9", None, "café"),
        (b"caf\xe9", "iso-8859-1", "café"),
        (b"caf\xe9 \x93q\x94", "latin1", "café “q”"),
        (b"caf\xc3\xa9", "x-unknown", "café"),
        (b"caf\xc3\xa9", "base64", "café"),
        (b"caf\xc3\xa9", "ascii", "cafÃ©"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "utf-8", "café"),
        ("café".encode("utf-16"), "utf-8", "café"),
        ("café".encode("utf-32"), None, "café"),
        (FRENCH.encode("utf-16-le"), None, FRENCH),
        (FRENCH.encode("utf-16-be"), "utf-8", FRENCH),
        (b"a\r\nb\rc", None, "a\nb\nc"),
    ],
)
def test_mark_then_declaration_then_utf8(data: bytes, declared: str | None, text: str) -> None:
    assert decode(data, "a", declared) == text


@pytest.mark.parametrize(("text", "encoding"), [(FRENCH, "cp1252"), (RUSSIAN, "cp1251")])
def test_long_texts_in_another_encoding_are_guessed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a") == text


@pytest.mark.parametrize("data", [b"caf\xe9 closed", b"\xff" * 20, b"\xc3"])
def test_short_ones_are_not(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="not UTF-8 text"):
        decode(data, "a")


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        ("a,é\n".encode() + "é".encode()[:1], "utf-8-sig"),
        ("é".encode() * 10 + "é".encode()[:1], "utf-8-sig"),
        ("é".encode("utf-16"), "utf-16"),
        ("é".encode("utf-32"), "utf-32"),
        ("a,é\n".encode("utf-16-le"), "utf-16-le"),
        ((FRENCH + "\n").encode("cp1252"), "cp1252"),
        (b"", "utf-8-sig"),
    ],
)
def test_the_codec_of_a_stream(head: bytes, codec: str) -> None:
    assert codec_of(head, "a") == codec


@pytest.mark.parametrize("head", [b"a\0b", b"\x7fELF\2\1\1" + b"\0" * 9, b"%PDF\0\0\0\0"])
def test_a_stream_that_is_no_text(head: bytes) -> None:
    with pytest.raises(UnreadableError, match="binary"):
        codec_of(head, "a")
