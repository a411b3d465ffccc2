"""Which network address does this web address mean, and may it be fetched?"""

import ipaddress
import socket
import threading
from typing import Final
from urllib.parse import SplitResult, urlsplit

from sayso.errors import SourceError

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE: Final = ipaddress.ip_network("::/96")
_SITE_LOCAL: Final = ipaddress.ip_network("fec0::/10")


def split_address(address: str) -> SplitResult:
    """The parts of a web address; raises SourceError for what cannot be fetched."""
    try:
        parts = urlsplit(address.strip())
        host, _ = parts.hostname, parts.port  # both raise where they do not fit
    except ValueError as error:
        raise SourceError(f"{address}: not a web address ({error}); check its spelling") from None
    if parts.scheme not in ("http", "https"):
        raise SourceError(f"{address}: only http and https addresses are fetched")
    if not host:
        raise SourceError(f"{address}: the address names no host; check its spelling")
    if parts.username is not None or parts.password is not None:
        raise SourceError(f"{address}: addresses with a user name or password are not fetched")
    return parts


def encode_host(host: str) -> str:
    """The host in the letters that the name service and HTTP know; raises SourceError."""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise SourceError(f"{host}: not the name of a host; check its spelling") from None


def resolve(host: str, port: int, seconds: float, *, allow_private: bool) -> list[str]:
    """The network addresses of a host, all of them checked, in the name service's order.

    Raises SourceError where there are none, where they are not known in time, and where one of
    them is private, loopback, link-local, multicast or reserved, unless these are allowed.
    """
    found = _look_up(host, port, seconds)
    for written in found:
        if not allow_private and not is_public(ipaddress.ip_address(written)):
            raise SourceError(
                f"{host}: the address {written} is not on the public internet and is not fetched; "
                "set SAYSO_ALLOW_PRIVATE_ADDRESSES=true to read pages of your own network"
            )
    return found


def is_public(address: IPAddress) -> bool:
    """Whether an address is on the public internet, as is each that is wrapped in it."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in _SITE_LOCAL or address in _COMPATIBLE:
            wrapped = address.ipv4_mapped
            return wrapped is not None and is_public(wrapped)
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if any(one is not None and not is_public(one) for one in inner):
            return False
        if address.ipv4_mapped is not None or address in _NAT64:
            return True
    return address.is_global and not address.is_multicast and not address.is_reserved


def _look_up(host: str, port: int, seconds: float) -> list[str]:
    """What the name service answers; it has no time limit of its own, so a thread waits for it."""
    answers: list[str] = []
    failures: list[OSError | UnicodeError] = []

    def ask() -> None:
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.extend(dict.fromkeys(str(info[4][0]).split("%")[0] for info in infos))
        except (OSError, UnicodeError) as error:
            failures.append(error)

    thread = threading.Thread(target=ask, daemon=True, name="sayso-resolve")
    thread.start()
    thread.join(max(0.0, seconds))
    if thread.is_alive():
        raise SourceError(f"{host}: the name service did not answer in time; try again later")
    if failures or not answers:
        raise SourceError(f"{host}: no such host is known; check the address and the network")
    return answers
