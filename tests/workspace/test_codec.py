from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.model import AnalysedArticle, Article
from tui.workspace.codec import pack_article, unpack_article

MAYBE = st.none() | st.text()


@given(st.builds(Article, st.text(), MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE))
def test_an_article_comes_back_with_all_it_had(article: Article) -> None:
    analysed = AnalysedArticle("a1", article, (), (), None)
    assert unpack_article(pack_article(analysed), article.text) == analysed
