"""Does something stand in front of the article?"""

import re
from typing import Final

_SHORT: Final = 1500
"""Characters of text up to which a page can be a wall; the longest consent texts have about so."""

_ROBOT: Final = re.compile(
    r"just a moment|attention required|access (?:to this page )?(?:has been )?denied|"
    r"are you a robot|"
    r"verify (?:that )?you are (?:a )?human|checking your browser|unusual traffic|captcha|"
    r"request blocked|you have been blocked|pardon our interruption|security check",
    re.IGNORECASE,
)
_SCRIPT: Final = re.compile(
    r"(?:enable|activate|turn on|requires?|need|without) java\s?script|java\s?script (?:is )?"
    r"(?:disabled|required|aktivieren|deaktiviert)|activez? javascript|habilit\w+ javascript|"
    r"включите javascript|увімкніть javascript",
    re.IGNORECASE,
)
_CONSENT: Final = re.compile(
    r"\bcookies?\b|\bconsent\b|\bpersonal data\b|\bprivacy\b|\bpartners\b|datenschutz|einwilligung|"
    r"zustimm|personenbezogen|données personnelles|consentement|datos personales|consentimiento|"
    r"dati personali|consenso|persoonsgegevens|toestemming|файл\w* cookie|персональн\w* дан",
    re.IGNORECASE,
)
_ACCEPT: Final = re.compile(
    r"\b(?:accept|agree|reject|manage|akzeptier|zustimmen|ablehnen|accepter|refuser|aceptar|"
    r"rechazar|accetta|rifiuta|accepteren|weigeren|принять|прийняти)",
    re.IGNORECASE,
)


def find_wall(title: str | None, text: str, whole: str) -> str | None:
    """What to do about a page that hides its article, or None if this is an article.

    `text` is what was taken for the article, `whole` all text of the page.
    """
    if len(text) > _SHORT:
        return None
    seen = f"{title or ''}\n{text or whole[:_SHORT]}"
    if _ROBOT.search(title or "") or (len(text) < 400 and _ROBOT.search(seen)):
        return "the site took the reader for a robot; open it in a browser, save it and read that"
    if _ACCEPT.search(seen) and len(_CONSENT.findall(seen)) >= max(3, len(seen) / 200):
        return (
            "it shows a consent notice, not an article; open it in a browser, answer the notice, "
            "save the page and read that"
        )
    if len(text) < 250 and _SCRIPT.search(f"{seen}\n{whole[:_SHORT]}"):
        return "it needs JavaScript; open it in a browser, save the page and read that"
    return None
