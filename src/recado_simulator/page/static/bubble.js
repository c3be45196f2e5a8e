// How does one message look on the phone?

import { el, icon, iconButton } from "./dom.js";
import { marked, time } from "./format.js";
import { mediaNode } from "./media.js";

const TICKS = { sent: ["check", "Enviada"], delivered: ["checks", "Entregue"], read: ["checks", "Lida"], played: ["checks", "Ouvida"] };
const KINDS = {
  image: "📷 Foto", video: "🎬 Vídeo", audio: "🎤 Mensagem de voz", document: "📄 Documento", sticker: "Figurinha",
  location: "📍 Localização", contacts: "👤 Contato", order: "🛒 Pedido",
};
const OPTION_ICONS = { url: "link", copy: "copy", location: "pin", contact: "person", flow: "list", phone_number: "phone" };

export const summary = (message) => message.text || KINDS[message.type] || "Mensagem";

// `acts` is what can be done with the message: tap, openList, touch, jump, play.
export function bubbleNode(message, acts) {
  const turn = el("div", { class: `turn ${message.direction}`, testid: `bubble-${message.direction}` });
  turn.dataset.id = message.id;
  turn.dataset.status = message.status;
  const bubble = el("div", { class: "bubble" });
  if (message.revoked) bubble.append(el("p", { class: "gone", text: "Mensagem apagada" }), meta(message));
  else bubble.append(...inside(message, acts), meta(message));
  onHold(bubble, () => acts.touch(message));
  turn.append(bubble, iconButton("chevron", "Responder ou reagir", () => acts.touch(message), { class: "touch" }));
  const options = optionNodes(message, acts);
  if (options.length) turn.append(el("div", { class: "options" }, ...options));
  if (message.reactions?.length) {
    turn.classList.add("reacted");
    bubble.append(el("span", { class: "reactions", text: message.reactions.map((one) => one.emoji).join("") }));
  }
  return turn;
}

// A long press, or the second mouse button, as on the real thing.
function onHold(node, act) {
  let timer = null;
  const stop = () => { clearTimeout(timer); timer = null; };
  node.addEventListener("pointerdown", (event) => { if (event.pointerType === "touch") timer = setTimeout(act, 450); });
  for (const end of ["pointerup", "pointermove", "pointercancel"]) node.addEventListener(end, stop);
  node.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, video")) return;
    event.preventDefault();
    if (event.pointerType !== "touch") act();
  });
}

// The last paragraph runs inline, so that the time can stand beside its last line.
const last = (message) => (message.footer || message.location?.address || message.contacts ? "" : "last");

function inside(message, acts) {
  const nodes = [];
  if (message.forwarded) nodes.push(el("div", { class: "forwarded" }, icon("forward"), "Encaminhada"));
  if (message.quoted) nodes.push(quoteNode(message.quoted, () => acts.jump(message.reply_to)));
  const media = mediaNode(message, () => acts.play(message));
  if (media) nodes.push(media);
  if (message.header) nodes.push(el("p", { class: "head", text: message.header }));
  if (message.text && message.type !== "sticker") nodes.push(el("p", { class: last(message) }, ...marked(message.text)));
  if (message.location?.address) nodes.push(el("p", { class: "foot", text: message.location.address }));
  for (const contact of message.contacts ?? []) {
    for (const phone of contact.phones ?? []) nodes.push(el("p", { class: "foot", text: String(phone.phone ?? "") }));
  }
  if (message.footer) nodes.push(el("p", { class: "foot", text: message.footer }));
  return nodes;
}

export function quoteNode(quoted, onclick) {
  const author = quoted.direction === "out" ? "Você" : "Empresa";
  return el("button", { type: "button", class: "quote", onclick }, el("b", { text: author }), el("span", { text: summary(quoted) }));
}

function meta(message) {
  const node = el("span", { class: "meta" });
  if (message.edited) node.append("editada ");
  node.append(time(message.at));
  if (message.direction === "out") {
    const [name, label] = TICKS[message.status] ?? ["clock", "Enviando"];
    const tick = icon(name, message.status === "read" || message.status === "played" ? "read" : "");
    tick.setAttribute("aria-hidden", "false");
    tick.setAttribute("role", "img");
    tick.setAttribute("aria-label", label);
    node.append(tick);
  }
  return node;
}

function optionNodes(message, acts) {
  const nodes = (message.buttons ?? []).map((option) => optionNode(message, option, acts));
  if (message.sections?.length) {
    nodes.push(
      el("button", { type: "button", class: "option", testid: "open-list", onclick: () => acts.openList(message) },
        icon("list"), message.list_button || "Ver opções"),
    );
  }
  return nodes;
}

function optionNode(message, option, acts) {
  const props = { type: "button", class: "option", testid: `tap-${option.id}` };
  const sign = option.kind in OPTION_ICONS ? icon(OPTION_ICONS[option.kind]) : null;
  if (option.kind === "url" && /^https?:\/\//.test(option.url ?? "")) {
    return el("a", { ...props, type: undefined, href: option.url, target: "_blank", rel: "noopener noreferrer" }, sign, option.title);
  }
  return el("button", { ...props, onclick: () => acts.tap(message, option) }, sign ?? icon("reply"), option.title);
}

export function typingNode() {
  const dots = el("span", { class: "dots" }, el("i"), el("i"), el("i"));
  return el("div", { class: "turn in first", testid: "typing", "aria-label": "digitando" }, el("div", { class: "bubble" }, dots));
}
