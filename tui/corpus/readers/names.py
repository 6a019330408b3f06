"""The names under which records keep the text of an article, its title and so on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# Names as they stand in news APIs, crawlers' output, schema.org and newsrooms' exports, best first.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "articleBody", "full_text", "maintext", "body_text",
             "article_text", "content_text", "content_html", "plain_text", "story"),
    "title": ("title", "headline", "name"),
    "publisher": ("publisher", "source", "outlet", "source_name", "publication", "site_name", "site",
                  "newspaper", "source_domain", "domain"),
    "date": ("date", "published", "published_at", "date_published", "date_publish", "publish_date",
             "published_date", "publication_date", "publication_time", "pub_date", "created_at", "created",
             "timestamp"),
    "url": ("url", "link", "permalink", "canonical_url", "web_url", "href", "uri"),
    "language": ("language", "lang", "in_language"),
}  # fmt: skip


def merge(own: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The names of `own` in front of the usual ones."""
    return {role: (*own.get(role, ()), *names) for role, names in FIELDS.items()}
