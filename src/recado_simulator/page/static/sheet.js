// How does something slide up from the bottom of a phone, and go away again?

import { el, iconButton } from "./dom.js";

export function openSheet(screen, title, ...children) {
  closeSheet(screen);
  const before = document.activeElement;
  const close = () => {
    veil.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  };
  const sheet = el(
    "div",
    { class: "sheet", role: "dialog", "aria-modal": "true", "aria-label": title, tabindex: "-1" },
    el("header", {}, el("b", { text: title }), iconButton("close", "Fechar", close)),
    el("div", { class: "inside" }, ...children),
  );
  const veil = el("div", { class: "veil", onclick: (event) => { if (event.target === veil) close(); } }, sheet);
  veil.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  veil.close = close;
  screen.append(veil);
  sheet.focus({ preventScroll: true });
  return close;
}

export function closeSheet(screen) {
  screen.querySelector(":scope > .veil")?.close();
}
