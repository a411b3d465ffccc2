"""Is the right page fetched, in time and in size, and nothing else touched?"""

import gzip
import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from sayso.errors import SourceError
from sayso.settings import Settings
from sayso.sources import addresses
from sayso.sources.addresses import is_public, resolve
from sayso.sources.web import fetch_page

LOCAL = Settings(allow_private_addresses=True, fetch_seconds=5.0)
ARTICLE = "<html><body><p>The minister will go to Vilnius, he said.</p></body></html>"

Answer = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            with suppress(ConnectionError):
                ANSWERS.get(self.path.split("?")[0], answer_absent)(self)
            self.close_connection = True

        def log_message(self, *args: object) -> None:
            """Nothing: the test says what matters."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def send(
    handler: BaseHTTPRequestHandler,
    content: bytes,
    kind: str = "text/html; charset=utf-8",
    **headers: str,
) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", headers.pop("length", str(len(content))))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(content)


def redirect(handler: BaseHTTPRequestHandler, location: str, status: int = 302) -> None:
    handler.send_response(status)
    handler.send_header("Location", location)
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def answer_absent(handler: BaseHTTPRequestHandler) -> None:
    handler.send_error(404)


def answer_dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n"
    )
    for _ in range(200):
        handler.wfile.write(b"a")
        handler.wfile.flush()
        time.sleep(0.05)


def answer_dripping_headers(handler: BaseHTTPRequestHandler) -> None:
    for _ in range(200):
        handler.wfile.write(b"H")
        handler.wfile.flush()
        time.sleep(0.05)


def answer_endless(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        handler.wfile.write(b"<p>and on it goes</p>" * 1000)


ANSWERS: dict[str, Answer] = {
    "/article": lambda h: send(h, ARTICLE.encode()),
    "/plain": lambda h: send(h, b"He said so.", "text/plain; charset=iso-8859-2"),
    "/untyped": lambda h: send(h, ARTICLE.encode(), ""),
    "/pdf": lambda h: send(h, b"%PDF-1.7 ...", "application/pdf"),
    "/disguised": lambda h: send(h, b"%PDF-1.7 ...", "text/html"),
    "/image": lambda h: send(h, b"\x89PNG", "image/png"),
    "/empty": lambda h: send(h, b" \n"),
    "/gzip": lambda h: send(h, gzip.compress(ARTICLE.encode()), Content_Encoding="gzip"),
    "/bomb": lambda h: send(h, gzip.compress(bytes(50_000_000)), Content_Encoding="gzip"),
    "/broken-gzip": lambda h: send(h, b"this is no gzip", Content_Encoding="gzip"),
    "/short": lambda h: send(h, ARTICLE.encode(), length="5000"),
    "/charset": lambda h: send(h, "Słowa".encode("iso-8859-2"), "text/html; charset=utf-8"),
    "/moved": lambda h: redirect(h, "/article", 301),
    "/loop": lambda h: redirect(h, "/loop"),
    "/to-file": lambda h: redirect(h, "file:///etc/passwd"),
    "/to-metadata": lambda h: redirect(h, "http://169.254.169.254/latest/meta-data/"),
    "/agent": lambda h: send(h, h.headers["User-Agent"].encode()),
    "/host": lambda h: send(h, h.headers["Host"].encode()),
    "/dripping": answer_dripping,
    "/dripping-headers": answer_dripping_headers,
    "/endless": answer_endless,
}


def test_a_page_is_fetched_with_its_address_and_charset(server: str) -> None:
    page = fetch_page(f"{server}/article", LOCAL)
    assert (page.content.decode(), page.markup) == (ARTICLE, "html")
    assert (page.origin, page.url, page.charset) == (
        f"{server}/article", f"{server}/article", "utf-8")  # fmt: skip


def test_plain_text_keeps_its_markup_and_charset(server: str) -> None:
    page = fetch_page(f"{server}/plain", LOCAL)
    assert (page.markup, page.charset) == ("plain", "iso-8859-2")


def test_a_page_without_a_type_is_told_from_its_content(server: str) -> None:
    assert fetch_page(f"{server}/untyped", LOCAL).markup == "html"


def test_a_compressed_page_is_unpacked(server: str) -> None:
    assert fetch_page(f"{server}/gzip", LOCAL).content.decode() == ARTICLE


def test_a_lying_charset_is_handed_on_with_the_bytes_as_found(server: str) -> None:
    page = fetch_page(f"{server}/charset", LOCAL)
    assert (page.charset, page.content) == ("utf-8", "Słowa".encode("iso-8859-2"))


def test_a_redirect_is_followed_and_its_address_kept(server: str) -> None:
    page = fetch_page(f"{server}/moved", LOCAL)
    assert (page.origin, page.url) == (f"{server}/moved", f"{server}/article")


def test_the_request_says_who_asks(server: str) -> None:
    assert fetch_page(f"{server}/agent", LOCAL).content.startswith(b"Sayso/")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/absent", "404"),
        ("/pdf", "a PDF"),
        ("/disguised", "a PDF"),
        ("/image", "an image"),
        ("/empty", "empty page"),
        ("/bomb", "larger than"),
        ("/endless", "larger than"),
        ("/broken-gzip", "not compressed as the server says"),
        ("/short", "broke the connection off"),
        ("/loop", "redirected more than"),
        ("/to-file", "only http and https"),
    ],
)
def test_what_is_no_page_is_refused_with_its_address(server: str, path: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason) as refusal:
        fetch_page(f"{server}{path}", LOCAL)
    assert str(refusal.value).startswith(("http://", "file://"))


@pytest.mark.parametrize("path", ["/dripping", "/dripping-headers"])
def test_a_server_that_drips_is_cut_off_in_time(server: str, path: str) -> None:
    limits = Settings(allow_private_addresses=True, fetch_seconds=0.6)
    started = time.monotonic()
    with pytest.raises(SourceError, match=r"not there within 0\.6 seconds"):
        fetch_page(f"{server}{path}", limits)
    assert time.monotonic() - started < 5


def test_a_name_service_that_is_silent_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: release.wait(5) and [])
    with pytest.raises(SourceError, match="did not answer in time"):
        resolve("outlet.example", 80, 0.2, allow_private=False)
    release.set()


def test_a_host_that_takes_no_connection_is_named() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        with pytest.raises(SourceError, match="takes no connection"):
            fetch_page(f"http://127.0.0.1:{port}/", LOCAL)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://0.0.0.0/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
    ],
)
def test_addresses_off_the_public_internet_are_refused(address: str) -> None:
    with pytest.raises(SourceError, match=r"not on the public internet|no such host"):
        fetch_page(address, Settings(fetch_seconds=5))


@pytest.mark.parametrize(
    "written", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"]
)
def test_addresses_on_the_public_internet_are_allowed(written: str) -> None:
    assert is_public(ipaddress.ip_address(written))


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://outlet.example/", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http://", "names no host"),
        ("http://user:word@outlet.example/", "user name or password"),
        ("http://outlet.example:99999/", "not a web address"),
        ("http://[::1/", "not a web address"),
    ],
)
def test_what_is_no_web_address_is_refused(address: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        fetch_page(address, Settings())


def test_a_name_that_resolves_to_a_private_address_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(addresses, "_look_up", lambda *_: ["93.184.215.14", "10.0.0.7"])
    with pytest.raises(SourceError, match=r"10\.0\.0\.7 is not on the public internet"):
        fetch_page("http://outlet.example/", Settings())


def test_a_redirect_to_a_private_address_is_refused(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda a: not str(a).startswith("169.254."))
    with pytest.raises(SourceError, match=r"169\.254\.169\.254 is not on the public internet"):
        fetch_page(f"{server}/to-metadata", Settings(fetch_seconds=5))


def test_the_connection_goes_to_the_address_that_was_checked(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name service is asked once: a second answer could be another address."""
    asked: list[str] = []

    def look_up(host: str, *_: object) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    monkeypatch.setattr(addresses, "_look_up", look_up)
    port = server.rsplit(":", 1)[1]
    page = fetch_page(f"http://outlet.invalid:{port}/host", LOCAL)
    assert page.content.decode() == f"outlet.invalid:{port}"
    assert asked == ["outlet.invalid"]


def test_a_host_in_other_letters_is_asked_for_in_ascii(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "_look_up", lambda *_: ["127.0.0.1"])
    port = server.rsplit(":", 1)[1]
    page = fetch_page(f"http://новини.invalid:{port}/host", LOCAL)
    assert page.content.startswith(b"xn--")
