"""What a page says of its article in JSON-LD, schema.org's words for machines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_NEWS = re.compile(r"(?:https?://schema\.org/|schema:)?(?:\w*Article|\w*BlogPosting|Report)")
_WRAPPED = re.compile(r"\A\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*\Z")
_SCRIPT = "application/ld+json"
_DEPTH = 6  # lists and objects around the article
_OWN = ("mainEntityOfPage", "url", "@id")  # where an article says which page it is the article of


def find_article(tree: Any, addresses: set[str]) -> dict[str, Any]:
    """The news article among a page's JSON-LD; empty if there is none.

    Of several that of the page, which is at one of `addresses`; else one that is no teaser in a list.
    """
    values = list(_values(tree))
    whole = (node for node, _ in _nodes(values) if not _is_reference(node))
    named = {name: node for node in whole if isinstance(name := node.get("@id"), str)}
    articles = [(node, is_listed) for node, is_listed in _nodes(values) if _is_news(node)]
    found = min(articles, key=lambda pair: (not _places(pair[0]) & addresses, pair[1]), default=({}, False))[
        0
    ]
    return {key: _resolved(value, named) for key, value in found.items()}


def _values(tree: Any) -> Iterator[Any]:
    for element in tree.iter("script"):
        if (element.get("type") or "").partition(";")[0].strip().lower() != _SCRIPT:
            continue
        try:
            yield json.loads(_WRAPPED.sub("", element.text or ""), strict=False)
        except (ValueError, RecursionError):
            continue


def _nodes(values: list[Any]) -> Iterator[tuple[dict[str, Any], bool]]:
    """The objects in the order of the document, each with whether it stands in a list of pages."""
    waiting: list[tuple[Any, int, bool]] = [(value, 0, False) for value in reversed(values)]
    while waiting:
        current, depth, is_listed = waiting.pop()
        if isinstance(current, dict):
            yield current, is_listed
            is_listed = is_listed or "ItemList" in _listed(current.get("@type"))
            current = list(current.values())
        if isinstance(current, list) and depth < _DEPTH:
            inner = (value for value in reversed(current) if isinstance(value, dict | list))
            waiting.extend((value, depth + 1, is_listed) for value in inner)


def _is_news(node: dict[str, Any]) -> bool:
    return any(isinstance(kind, str) and _NEWS.fullmatch(kind) for kind in _listed(node.get("@type")))


def _places(node: dict[str, Any]) -> set[str]:
    """The addresses an article gives as its own."""
    values = (node.get(name) for name in _OWN)
    found = (value.get("@id") if isinstance(value, dict) else value for value in values)
    return {address.partition("#")[0] for address in found if isinstance(address, str)}


def _resolved(value: Any, named: dict[str, dict[str, Any]]) -> Any:
    """What a reference (``{"@id": …}`` alone) stands for elsewhere on the page; anything else as it is."""
    if isinstance(value, list):
        return [_resolved(each, named) if isinstance(each, dict) else each for each in value]
    if isinstance(value, dict) and _is_reference(value):
        return named.get(value["@id"], value)
    return value


def _is_reference(node: dict[str, Any]) -> bool:
    return node.keys() == {"@id"} and isinstance(node["@id"], str)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
