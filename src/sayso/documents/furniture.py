"""What stands on a page without being part of the article?"""

import re
from functools import lru_cache
from typing import Final

_TAGS: Final = frozenset(["nav", "footer", "aside", "dialog", "menu", "figure"])
_ROLES: Final = frozenset(
    """navigation banner contentinfo complementary search dialog alertdialog alert menu menubar
    toolbar tablist tooltip""".split()
)
PICTURES: Final = frozenset(
    "image images img picture photo photos foto bild picbox pic-box".split()
)
"""Words for what holds a picture, and with it no more text than a caption."""
UNSEEN: Final = "(unseen)"
"""What a browser hides, until a script shows it; read only where there is nothing else."""
_NEUTRAL_TAGS: Final = frozenset(["html", "body", "main", "article"])
STRONG: Final = frozenset(
    """comment comments commentlist disqus respond replies newsletter (unseen)""".split()
)
"""Words, tags and roles that are believed even where they name most of a page's prose."""

_PARTS: Final = re.compile(
    # Words that mean furniture wherever they stand in a name, between hyphens or at a hump.
    r"""(?:^|[\s_-])(
    nav|navi|navbar|navigation|breadcrumbs?|footer|prefooter|sidebar|side-bar|
    share|sharing|shares|social|socials|sharebar|sharetools?|addthis|sharedaddy|
    related|relateds|relatedposts|recommended|recommendations?|recirc\w*|recirculation|readmore|
    read-more|more-from|more-on|read-next|up-next|see-also|teasers?|trending|popular|most-read|
    outbrain|taboola|tags|taglist|tag-list|tagcloud|breaking|
    newsletters?|signup|sign-up|subscribe|promo|promos|promotion|promobox|
    advert|adverts|advertisement|advertising|sponsored|sponsors?|cookies?|consent|gdpr|popup|
    modal|lightbox|comments?|commentlist|disqus|respond|replies|
    author-bio|author-box|author-info|authorbox|about-author|byline|bylines|
    caption|captions|bildunterschrift|image-credit|photo-credit|
    metadata|postmeta|entry-meta|post-meta|article-meta|timestamp|pubdate|
    toolbar|poll|quiz|carousel|slider|slideshow|gallery|audioplayer|audio-player|video-player|
    noprint|no-print|visually-hidden|visuallyhidden|sr-only|screen-reader\w*|skip-link|
    pagination|pager|pagenavi|post-navigation|feedback|disclaimer|
    donate|donation|embed|audio|author|authors|video|videos|legend|annotation|snippet|
    next-?story|next-?post|toc|infobox|fact-?box|disclosure|affiliate|interesting|utility|
    thumbnails?|pull-?quotes?|advertorial|affiliates|cta|
    call-to-action|upsell|whatsapp|telegram|link-?box|link-?list|kicker|rubric|editors-picks|
    most-commented|sticky|tooltip|bookmarks?|hashtags|contributors?|survey|offers?|
    interstitial|rail|right-rail|recommends?|reading-list|toast|badge|profile|story-meta|
    article-info|read-?time|reading-time|
    image|images|img|picture|photo|photos|foto|bild|pic-?box|
    ai-?summary|ai-?content|sponsor|mediabox|media-?description|
    register|registration|regwall|login|signin|sign-in|identity|
    anzeige|werbung|reklame|empfehlung\w*|publicidad|publicite|relacionad[ao]s?|ilgili
    )(?=$|[\s_-])""",
    re.VERBOSE | re.IGNORECASE,
)
_WHOLE: Final = frozenset(
    """ad ads menu side share meta author authors bio credit credits copyright tag topics keywords
    categories follow tool tools rating votes widget widgets player podcast skip legal toc infobox
    factbox fact-box contact bottom banner overlay subscription paywall membership support date
    time published hidden more mehr weitere links infos autor datum print copy-right
    post-tags entry-tags entry-footer post-footer after-content wp-caption-text""".split()
)
"""Words that mean furniture only where they are a whole class or id."""
_BODY: Final = re.compile(
    r"(?:article|story|post|entry|content|page)[_-]?(?:body|content|text)|body[_-]?(?:text|content)"
    r"|articleBody|^text$|^content$",
    re.IGNORECASE,
)
_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MOST_NAMES: Final = 24
"""Class names looked at; style sheets made of atoms put hundreds of them on an element."""


def is_hidden(attributes: dict[str, str | None]) -> bool:
    """Whether a browser would not show the element."""
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return style is not None and bool(_HIDDEN_STYLE.search(style))


def name_furniture(tag: str, names: str, attributes: dict[str, str | None]) -> str:
    """The tag, role or word that says the element holds no part of the article, else ""."""
    if tag == "noscript" or is_hidden(attributes):
        return UNSEEN
    if tag in _TAGS:
        return tag
    role = attributes.get("role") or ""
    if role in _ROLES:
        return role
    return find_furniture_word(names) if names and tag not in _NEUTRAL_TAGS else ""


@lru_cache(maxsize=20_000)
def find_furniture_word(names: str) -> str:
    """The word among class and id names that says furniture, else ""."""
    words = [w for w in names.split()[:_MOST_NAMES] if not _VARIANT.search(w)]
    if any(_BODY.search(word) for word in words):
        return ""
    for word in words:
        if word.lower() in _WHOLE:
            return word.lower()
    found = _PARTS.search(_CAMEL.sub("-", " ".join(words)))
    return found[1].lower() if found else ""


_VARIANT: Final = re.compile(r"[:\[\]!/]|^(?:has|is|no|with)-|^(?:hasCaption)$")
"""Class names that say how something looks at some width, or what it has in it."""

_LINES: Final = re.compile(
    r"""^\W*(?:
    advertisement|advertising|anzeige|werbung|publicidad|publicité|reklam|pubblicità|
    read\ (?:more|next|also|the\ full)|see\ also|also\ read|more\ (?:on|from|about)|
    related(?:\ \w+)?\s*:?$|
    recommended(?:\ \w+)?$|click\ here|sign\ up|subscribe|follow\ us|follow\ \w+\ on|
    share\ (?:this|on)|
    download\ (?:the|our)|get\ (?:the|our)\ (?:latest|best|free|daily|newsletter)|join\ (?:our|us)|
    don['’]t\ miss|most\ (?:read|popular)|listen\ to\ this|watch\s*:|watch\ (?:the\ )?video|
    (?:image|photo|picture|pic|foto|fotos|bild|bilder|titelbild|video|grafik|imagen|imágenes|
    immagine|
    crédits?|crédits?\ photos?|фото|зображення|foto|kuva|fotó|fotoğraf)
    (?:\ (?:by|credit|source|caption))?\s*[:/©]|

    getty\ images$|
    have\ (?:a|you\ got\ a)\ (?:tip|story)|got\ a\ (?:tip|story|news\ tip)|
    (?:write|e-?mail|contact)\ (?:to\ )?(?:us|the\ (?:author|reporter|writer))\b|
    for\ more\ (?:news|stories|information|on\ this|from).{0,60}
    \b(?:visit|follow|click|go\ to|see)\b|
    support\ our|thanks?\ (?:you\ )?for\ reading|
    (?:view|show|load)\ (?:\d+\ |all\ |more\ )*comments|
    load\ more|continue\ reading|(?:story|article)\ continues|
    more\s*:|more\ (?:news|sports|coverage|stories)\s*:|related\s*:|watch\ (?:below|above|more)|
    newsletter|leave\ a\ (?:reply|comment)|comments?$|tags?\s*:|topics?\s*:|filed\ under|
    all\ rights\ reserved|©|\(c\)\ |copyright\b|
    this\ (?:article|story)\ (?:was\ )?(?:originally|first)\ (?:appeared|published)|
    lesen\ sie\ (?:auch|mehr|hier|dazu)|lesen\ sie|lies\ auch|auch\ interessant|
    mehr\ zum\ thema|mehr\ zu(?:m|r)?\b.{0,40}$|
    mehr\ dazu|weitere\ (?:artikel|themen|nachrichten|informationen)|das\ könnte\ sie|zum\ thema$|
    (?:bild|foto|fotos|quelle|text)\s*:|jetzt\ (?:abonnieren|anmelden|testen|lesen)|
    (?:à\ lire|lire)\ (?:aussi|également)|à\ voir|(?:l|L)ire\ la\ suite|
    (?:lea|lee|leer|ver)\ (?:también|más)|te\ puede\ interesar|más\ (?:información|noticias)|
    (?:leggi|guarda)\ anche|(?:leia|veja)\ (?:também|mais)|saiba\ mais|
    lees\ (?:ook|meer)|les\ også|læs\ også|läs\ (?:också|mer|även)|lue\ myös|
    читайте\ (?:также|также|ещ[её])|читать\ также|подписывайтесь|читайте\ також|
    ilgili\ haber|czytaj\ (?:też|także|więcej)|zobacz\ (?:też|także)
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def is_furniture_line(text: str) -> bool:
    """Whether a short line asks the reader to read, follow or buy something else."""
    return len(text) < 160 and bool(_LINES.match(text))


_ENDINGS: Final = re.compile(
    r"""^\W*(?:
    related(?:\ (?:articles|stories|posts|news|content|topics|links|coverage|reading))?|
    (?:read|see)\ (?:more|next|also)|more\ (?:from|on|in|stories|news|like\ this).{0,40}|
    recommended.{0,30}|you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested).{0,30}|
    up\ next|trending(?:\ now)?|most\ (?:read|popular|viewed).{0,20}|top\ stories|latest\ news|
    what\ to\ read\ next|around\ the\ web|about\ the\ authors?|
    (?:leave|post|add)\ a\ (?:reply|comment)|
    comments?(?:\ \(?\d+\)?)?|
    \d+\ (?:comments?|responses?|thoughts\ on|kommentare?|commentaires?)\b.*|
    join\ the\ (?:conversation|discussion)|share\ this.{0,20}|newsletter.{0,40}|
    sign\ up.{0,60}|popular\ (?:posts|articles|now)|
    kommentare?|mehr\ zum\ thema|mehr\ (?:von|aus|zu)\b.{0,40}|
    weitere\ (?:artikel|themen|nachrichten|beiträge).{0,30}|
    das\ könnte\ (?:sie|dich)\ auch\ interessieren|auch\ interessant|
    ähnliche\ (?:artikel|beiträge).{0,20}|
    verwandte\ (?:artikel|themen|beiträge)|meistgelesen.{0,20}|schreibe\ einen\ kommentar|
    lesen\ sie\ auch|zum\ thema|newsletter|
    (?:à\ lire|lire|voir)\ aussi|sur\ le\ même\ (?:sujet|thème)|commentaires?|
    (?:articles|contenus)\ (?:liés|similaires|associés)|
    (?:noticias|artículos|contenidos?)\ relacionad[ao]s?|te\ puede\ interesar.{0,30}|comentarios?|
    más\ (?:información|noticias)|articoli\ correlati|leggi\ anche|commenti|
    leia\ (?:também|mais)|veja\ (?:também|mais)|lees\ (?:ook|meer)|
    читайте\ также|комментарии|по\ теме|читайте\ також|ilgili\ haberler|yorumlar|
    czytaj\ (?:też|także|więcej)|komentarze|関連記事|相关新闻|관련기사
    )\W*$""",
    re.VERBOSE | re.IGNORECASE,
)


def is_furniture_heading(text: str) -> bool:
    """Whether a heading announces what follows the article and is no part of it."""
    return len(text) < 80 and bool(_ENDINGS.match(text))
