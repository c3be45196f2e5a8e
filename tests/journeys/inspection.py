"""Is anything in a page more than text: something that could run, load, lead astray, or deceive the eye?"""

from __future__ import annotations

from dataclasses import dataclass

from tests.journeys.desk import Desk
from tests.journeys.hostile import HIDDEN

_HIDDEN = "".join(f"\\u{{{ord(mark):x}}}" for mark in sorted(HIDDEN))

# Our own markup has none of these inside the body.
_INSPECT = """(hidden) => {
  const found = [], deceives = new RegExp(`[${hidden}]`, "u");
  const never = /^(script|iframe|object|embed|form|base|meta|link|style|template|frame|portal|math|use|animate|foreignobject)$/i;
  for (const one of document.body.querySelectorAll("*")) {
    if (never.test(one.localName) && !one.closest("[data-testid=signin-form]")) found.push(`<${one.localName}>`);
    for (const { name, value } of one.attributes) {
      const shown = `${one.localName} ${name}=${value}`;
      if (name.startsWith("on") || name === "srcdoc" || name === "formaction") found.push(shown);
      if (name === "src" && !/^(blob:|data:image)/.test(value)) found.push(shown);
      if (name === "style" && /url|expression/i.test(value)) found.push(shown);
      if (/^(href|xlink:href|action)$/.test(name) && !/^(https?:|mailto:|tel:|\\/|#)/i.test(value)) found.push(shown);
      if (name === "href" && /^https?:/i.test(value) && !/noopener/.test(one.rel)) found.push(`opener of ${shown}`);
      // What a choice of a select stands for is read by nobody; what a field suggests is.
      if (name === "value" && one.localName === "option" && one.closest("select")) continue;
      if (deceives.test(value)) found.push(`hidden character in ${one.localName} ${name}`);
    }
  }
  if (deceives.test(document.body.textContent)) found.push("hidden character in the text");
  if (deceives.test(document.title)) found.push("hidden character in the title");
  return found;
}"""
# Scrolls to and fro until `wanted` different things were seen, inspecting every screenful on the way. What is loaded or
# measured during a step may move rows past the eye; the next sweep sees them.
_WALK = """async ([place, item, wanted, up, hidden]) => {
  const inspect = %s;
  let still = 0;
  const said = new Map(), alive = new Set(), deadline = performance.now() + 60000;
  while (said.size < wanted && performance.now() < deadline) {
    const scroller = document.querySelector(place);
    for (const one of scroller?.querySelectorAll(item) ?? []) said.set(one.dataset.id, one.textContent);
    for (const found of inspect(hidden)) alive.add(found);
    const before = scroller?.scrollTop;
    scroller?.scrollBy(0, (up ? -1 : 1) * scroller.clientHeight * 0.8);
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    still = scroller && scroller.scrollTop === before ? still + 1 : 0;
    if (still > 20) [up, still] = [!up, 0];
  }
  return { said: [...said.values()], alive: [...alive] };
}"""


@dataclass(frozen=True, slots=True)
class Walked:
    """What was said, item by item, and whatever was found that should not be there."""

    said: list[str]
    alive: list[str]


async def inspect(desk: Desk) -> list[str]:
    """Return what in the page is more than text."""
    found: list[str] = await desk.page.evaluate(_INSPECT, _HIDDEN)
    return found


async def walk(desk: Desk, place: str, item: str, wanted: int, *, up: bool) -> Walked:
    """Scroll through a list until `wanted` items were seen."""
    # A reaction stands alone for as long as its message is not loaded.
    items = f'[data-testid="{item}"][data-id]:not([data-type="reaction"])'
    found = await desk.page.evaluate(_WALK % _INSPECT, [f'[data-testid="{place}"]', items, wanted, up, _HIDDEN])
    return Walked(found["said"], found["alive"])
