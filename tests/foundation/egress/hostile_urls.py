"""Which addresses does an attacker write to reach what stands behind the wall? More than 300, each refused for a reason."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, ip_address

TARGETS = ("127.0.0.1", "169.254.169.254", "10.0.0.5", "172.16.3.4", "192.168.1.1", "100.100.100.200", "0.0.0.0")  # noqa: S104
ALSO_PRIVATE = (
    *("100.64.0.1", "192.0.0.192", "192.0.0.170", "192.0.2.1", "192.31.196.1", "192.52.193.1", "192.88.99.1"),
    *("192.175.48.1", "198.18.0.1", "198.19.255.254", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250"),
    *("240.0.0.1", "255.255.255.255", "168.63.129.16", "127.255.255.254", "127.0.1.1", "172.31.255.255", "0.1.2.3"),
)
PRIVATE_6 = (
    *("::", "::1", "::2", "::ffff:127.0.0.1", "::ffff:10.0.0.5", "::ffff:169.254.169.254", "::ffff:0:127.0.0.1"),
    *("::127.0.0.1", "::ffff:7f00:1", "64:ff9b::7f00:1", "64:ff9b::169.254.169.254", "64:ff9b:1::7f00:1"),
    *("64:ff9b:1:fffe::a00:1", "2002:7f00:1::", "2002:a9fe:a9fe::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"),
    *("2001::1", "2001:10::1", "2001:20::1", "2001:2::1", "2001:db8::1", "3ffe::1", "3fff::1", "5f00::1", "100::1"),
    *("fc00::1", "fd00:ec2::254", "fdff::1", "fe80::1", "fe80::a9fe:a9fe", "febf::1", "fec0::1", "ff02::1", "ff0e::1"),
    *("2620:4f:8000::1", "2800:1:2:3:0:5efe:7f00:1", "2800:1:2:3:200:5efe:a00:1", "4000::1", "8000::1"),
)
DOTS = "。．｡․﹒"
NAMES = (
    *("localhost", "LOCALHOST", "localhost.localdomain", "a.localhost", "metadata", "metadata.google.internal"),
    *("instance-data", "kubernetes.default.svc.cluster.local", "host.docker.internal", "gateway.docker.internal"),
    *("router.lan", "nas.home", "erp.intranet", "x.corp", "printer.local", "db.private", "1.0.0.127.in-addr.arpa"),
    *("a.test", "b.invalid", "c.example", "segredo.onion", "postgres", "redis", "vault.home.arpa", "ip6-localhost"),
)


def written_addresses() -> Iterator[str]:
    """One address in every clothing: only the plain one is an address for us, and that one is denied."""
    for text in TARGETS:
        number = int(IPv4Address(text))
        a, b, c, d = (int(part) for part in text.split("."))
        yield text
        yield str(number)
        yield hex(number)
        yield hex(number).upper().replace("0X", "0x")
        yield f"0{number:o}"
        yield f"{a:#o}.{b:#o}.{c:#o}.{d:#o}".replace("0o", "0")
        yield f"{a:#x}.{b:#x}.{c:#x}.{d:#x}"
        yield f"{a:#x}.{b}.{c:#o}.{d}".replace("0o", "0")
        yield f"{a}.{(b << 16) + (c << 8) + d}"
        yield f"{a}.{b}.{(c << 8) + d}"
        yield f"{a:03d}.{b:03d}.{c:03d}.{d:03d}"
        yield f"{text}."
        yield f"{a + 256}.{b}.{c}.{d}"
        yield "".join(chr(0x2460 + int(digit) - 1) if digit in "123456789" else digit for digit in text)
        yield "".join(chr(0xFF10 + int(digit)) if digit.isdigit() else digit for digit in text)
        yield text.replace(".", "%2e")
        yield f"[{text}]"
    for text in ALSO_PRIVATE:
        yield text
    for text in PRIVATE_6:
        yield f"[{text}]"
    for text in ("::1", "fe80::1"):
        yield from (f"[{text}%25eth0]", f"[{text}%eth0]", f"[{text}%251]", text)


def shaped() -> Iterator[str]:
    """Addresses that two readers read differently, or that are no web address at all."""
    for dot in DOTS:
        yield f"https://127{dot}0{dot}0{dot}1/"
        yield f"https://api{dot}exemplo{dot}com{dot}br/"
    for inside in ("127.0.0.1", "169.254.169.254", "localhost"):
        yield from (
            f"https://api.exemplo.com.br@{inside}/",
            f"https://api.exemplo.com.br:senha@{inside}/",
            f"https://{inside}@api.exemplo.com.br/",
            f"https://api.exemplo.com.br\\@{inside}/",
            f"https://{inside}\\.exemplo.com.br/",
            f"https://api.exemplo.com.br%40{inside}/",
            f"https:\\\\{inside}\\",
            f"https:{inside}/",
            f"https:/{inside}/",
            f"https:///{inside}/",
            f"//{inside}/",
            f"https://{inside}%00.exemplo.com.br/",
            f"https://{inside}\x00.exemplo.com.br/",
            f"https://{inside}\t/",
            f"https://{inside} .exemplo.com.br/",
            f"https://\u200b{inside}/",
            f"https://{inside}\r\nHost: x/",
            f"https://{inside}#@api.exemplo.com.br/",
            f"https://api.exemplo.com.br@@{inside}/",
            f"http://{inside}/",
            f"HTTP://{inside}:80/",
        )
    for scheme in ("file", "ftp", "gopher", "dict", "ldap", "jar", "data", "javascript", "ws", "wss", "tftp", "netdoc"):
        yield f"{scheme}://127.0.0.1/"
    yield from (
        "file:///etc/passwd",
        "data:text/plain,x",
        "javascript:alert(1)",
        "unix:///var/run/docker.sock",
        "https://",
    )
    for port in (0, 1, 22, 25, 80, 110, 2375, 3306, 5432, 6379, 8080, 9200, 10250, 11211, 27017, 65536, 99999):
        yield f"https://api.exemplo.com.br:{port}/"
    yield from (
        "https://api.exemplo.com.br:/x@y",
        "https://api.exemplo.com.br:+443/",
        "https://api.exemplo.com.br:４４３/",
    )
    yield from (
        "https://api.exemplo.com.br./",
        "https://.exemplo.com.br/",
        "https://a..b.com.br/",
        "https://-a.com.br-/",
    )
    yield from ("https://[::1/", "https://::1]/", "https://[]/", "https://[v1.fe80::a]/", "https://[127.0.0.1]/")
    yield from (
        "https://xn--a.com.br/",
        "https://xn--.com.br/",
        f"https://{'a' * 64}.com.br/",
        f"https://{'a.' * 140}br/",
    )
    yield from (
        "http://api.exemplo.com.br/",
        "https://api.exemplo.com.br/%zz",
        "https://" + "a" * 5_000,
        "",
        " ",
        "https",
    )


def providers() -> Iterator[str]:
    """Where the platform's own credentials would be believed."""
    for host in (
        "graph.facebook.com",
        "GRAPH.facebook.com",
        "graph-video.facebook.com",
        "lookaside.fbsbx.com",
        "mmg.whatsapp.net",
    ):
        yield from (f"https://{host}/v25.0/me", f"https://{host}:443/")


def everything() -> list[str]:
    """The whole corpus, each once."""
    numbers = [f"https://{address}/latest/meta-data/" for address in written_addresses()]
    ported = [f"https://{address}:8443/" for address in TARGETS]
    names = [f"https://{name}/" for name in NAMES]
    return list(dict.fromkeys([*numbers, *ported, *names, *shaped(), *providers()]))


def is_inside(text: str) -> bool:
    """Is this IP address one that nothing may ever be sent to? Written apart from the product's own table."""
    address = ip_address(text.partition("%")[0])
    return not address.is_global or address.is_multicast or text in ("168.63.129.16",)
