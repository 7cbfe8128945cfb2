"""Articles out of their files.

An article is `articles/ID.md`: a head in TOML between two lines of `+++`, then Markdown of
a small kind that translators' tools know. The German words stand in `articles/ID.de.md`, with
a head of `title` and `summary`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from hipcoach.core.article import Article, Drawing, Signs
from hipcoach.core.errors import ContentError
from hipcoach.core.exercise import Source
from hipcoach.library.markdown import BodyReader
from hipcoach.library.reading import Field, Place, Shape, address, read_table, rows, text, whole

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FENCE: Final = "+++"
_LINE: Final = re.compile(r"line (\d+)")
_WORDS: Final[Shape] = {"title": Field(text), "summary": Field(text)}
_HEAD: Final[Shape] = {
    **_WORDS,
    "order": Field(whole(0, 999), 0),
    "sources": Field(rows(Source, {"title": Field(text), "url": Field(address)}), ()),
}


class ArticleShelf:
    """The articles of one folder, in English and other languages.

    `root` is the folder of the content; it need not have any articles. Links are checked
    against `exercises`, the ids of those that there are.
    """

    def __init__(self, root: Traversable, exercises: Collection[str]) -> None:
        self._folder = root / "articles"
        self._names = self._listed()
        self._reader = BodyReader(exercises, self.ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all articles, in order of the alphabet."""
        return tuple(name[:-3] for name in self._names if name.count(".") == 1)

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that something is written in, English first."""
        codes = {name.split(".")[1] for name in self._names if name.count(".") > 1}
        return ("en", *sorted(codes))

    def all(self, language: str = "en") -> tuple[Article, ...]:
        """Every article in the order in which they are offered.

        In another language (`de`, `pt-BR`) where there are words in it, else in English.
        Raises ContentError for a bad file.
        """
        found = (self.article(name, language) for name in self.ids)
        return tuple(sorted(found, key=lambda article: (article.order, article.id)))

    def article(self, name: str, language: str = "en") -> Article:
        """One article; raises ContentError for a bad file, KeyError for an unknown id."""
        if name not in self.ids:
            raise KeyError(name)
        english = self._english(name)
        file = self._file_in(name, language)
        return self._translated(english, Place(f"articles/{file}")) if file else english

    def lacks(self, name: str, language: str) -> bool:
        """Whether an article is read in English because this language has no words for it."""
        return language != "en" and self._file_in(name, language) is None

    def _file_in(self, name: str, language: str) -> str | None:
        """The file of a translation, of a whole language where its region has none."""
        tags = (language, language.partition("-")[0])
        files = (f"{name}.{tag}.md" for tag in tags)
        return next((file for file in files if file in self._names), None)

    def _english(self, name: str) -> Article:
        place = Place(f"articles/{name}.md")
        head, body, line = self._parts(place)
        found = read_table(head, _HEAD, place)
        return Article(id=name, blocks=self._reader.read(body, place, line), **found)

    def _translated(self, english: Article, place: Place) -> Article:
        """The same article in other words: with the same pictures, signs and links."""
        head, body, line = self._parts(place)
        found = read_table(head, _WORDS, place)
        translated = replace(english, blocks=self._reader.read(body, place, line), **found)
        theirs, ours = _held(translated), _held(english)
        for field, wanted in ours.items():
            lacks = [one for one in wanted if one not in theirs[field]]
            strange = [one for one in theirs[field] if one not in wanted]
            for one in (*lacks, *strange):
                place.refuse("unlike-english", field, value=one)
        return translated

    def _parts(self, place: Place) -> tuple[dict[str, Any], str, int]:
        """Head, body, and the line of the file in which the body begins."""
        lines = self._written(place).split("\n")
        if lines[0].strip() != FENCE or FENCE not in lines[1:]:
            place.refuse("missing-head", "")
        end = lines.index(FENCE, 1)
        try:
            head = tomllib.loads("\n".join(lines[1:end]))
        except tomllib.TOMLDecodeError as error:
            at = _LINE.search(str(error))
            line = int(at[1]) + 1 if at else end
            raise ContentError("not-toml", file=place.file, line=line) from error
        return head, "\n".join(lines[end + 1 :]), end + 2

    def _written(self, place: Place) -> str:
        try:
            return (self._folder / place.file.rpartition("/")[2]).read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise ContentError("not-text", file=place.file, line=line) from error
        except OSError as error:
            reason = error.strerror or ""
            raise ContentError("unreadable", file=place.file, reason=reason) from error

    def _listed(self) -> tuple[str, ...]:
        if not self._folder.is_dir():
            return ()
        return tuple(sorted(one.name for one in self._folder.iterdir() if one.name.endswith(".md")))


def article_problems(
    root: Traversable, exercises: Collection[str], languages: Collection[str] = ()
) -> Iterator[ContentError]:
    """What is wrong with the articles in any language, of each file the first.

    In each of `languages`, those that the other content is told in, every article is wanted:
    `missing-file` for one that is not there.
    """
    shelf = ArticleShelf(root, exercises)
    for name in shelf.ids:
        for language in dict.fromkeys((*shelf.languages, *languages)):
            if language in languages and shelf.lacks(name, language):
                yield ContentError("missing-file", file=f"articles/{name}.{language}.md")
            try:
                shelf.article(name, language)
            except ContentError as problem:
                yield problem
                if problem.details["file"] == f"articles/{name}.md":
                    break


def _held(article: Article) -> Mapping[str, tuple[str, ...]]:
    """What an article shows and leads to, by the field in which it is written."""
    pictures = (one.picture for one in article.blocks if isinstance(one, Drawing))
    signs = (one.urgency.name for one in article.blocks if isinstance(one, Signs))
    return {
        "picture": tuple(pictures),
        "signs": tuple(signs),
        "link": tuple(f"{target.leads}:{target.to}" for target in article.targets),
    }
