// Which sheets does a phone have: options of a list, attachments, reactions, its own profile?

import { api, attempt } from "./api.js";
import { el, icon, toast } from "./dom.js";
import { number } from "./format.js";
import { closeSheet, openSheet } from "./sheet.js";

const EMOJIS = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

export function listSheet(screen, message, choose) {
  const groups = message.sections.flatMap((section) => [
    section.title ? el("h3", { text: section.title }) : null,
    ...section.rows.map((row) =>
      el("button", { type: "button", class: "row", testid: `tap-${row.id}`, onclick: () => { closeSheet(screen); choose(row); } },
        el("span", { class: "txt" }, row.title, row.description ? el("small", { text: row.description }) : null),
        el("span", { class: "ring" })),
    ),
  ]);
  openSheet(screen, message.list_button || "Opções", ...groups);
}

export function attachSheet(screen, say, pick) {
  const act = (work) => () => { closeSheet(screen); work(); };
  const items = [
    ["image", "Foto ou vídeo", act(() => pick("image/*,video/mp4", "image"))],
    ["file", "Documento", act(() => pick("", "document"))],
    ["image", "Foto de exemplo", act(() => say({ type: "image" }))],
    ["mic", "Áudio de exemplo", act(() => say({ type: "voice" }))],
    ["file", "PDF de exemplo", act(() => say({ type: "document" }))],
    ["pin", "Localização", act(() => say({ type: "location", name: "Praça da Sé", address: "São Paulo, SP" }))],
    ["person", "Contato", act(() => say({ type: "contacts" }))],
    ["sticker", "Figurinha", act(() => say({ type: "sticker" }))],
  ];
  const buttons = items.map(([sign, label, onclick]) => el("button", { type: "button", onclick }, el("i", {}, icon(sign)), label));
  openSheet(screen, "Enviar", el("div", { class: "grid" }, ...buttons));
}

export function touchSheet(screen, message, { say, answer }) {
  const mine = message.reactions?.find((one) => one.by === "customer")?.emoji;
  const react = (emoji) => { closeSheet(screen); say({ reaction: { emoji: emoji === mine ? "" : emoji, message_id: message.id } }); };
  const row = (sign, label, work) =>
    el("button", { type: "button", class: "row", onclick: () => { closeSheet(screen); work(); } }, icon(sign), el("span", { class: "txt", text: label }));
  const rows = [row("reply", "Responder", () => answer(message))];
  if (message.text) rows.push(row("copy", "Copiar texto", () => navigator.clipboard?.writeText(message.text)));
  if (message.direction === "out" && !message.revoked) {
    rows.push(row("close", "Apagar para todos", () => say({ type: "revoke", message_id: message.id })));
  }
  const emojis = EMOJIS.map((emoji) =>
    el("button", { type: "button", "aria-label": `Reagir com ${emoji}`, "aria-pressed": String(emoji === mine), onclick: () => react(emoji), text: emoji }));
  openSheet(screen, "Mensagem", el("div", { class: "emojis" }, ...emojis), ...rows);
}

const SWITCHES = [
  ["online", "Aparelho ligado", "Desligado, as mensagens esperam"],
  ["auto_read", "Lê sozinho", "Confirma a leitura sem abrir a conversa"],
  ["hide_phone", "Oculta o número", "A empresa só vê o identificador (BSUID)"],
  ["blocked", "Bloqueou a empresa", "As mensagens dela falham (131026)"],
  ["not_on_whatsapp", "Fora do WhatsApp", "Como um número que não existe (131026)"],
];

export function profileSheet(screen, profile, remove) {
  const change = (changes) => attempt(() => api.change(profile.number, changes));
  const text = (key, label, placeholder) =>
    el("label", { class: "field" }, label,
      el("input", { value: profile[key] ?? "", placeholder, maxlength: "64", onchange: (event) => change({ [key]: event.target.value.trim() }) }));
  const toggle = ([key, label, hint]) =>
    el("label", { class: "switch" }, el("span", {}, label, el("small", { text: hint })),
      el("input", { type: "checkbox", checked: profile[key], onchange: (event) => change({ [key]: event.target.checked }) }));
  const stop = el("label", { class: "switch" }, el("span", {}, "Recusa promoções", el("small", { text: "Avisa a empresa (user_preferences)" })),
    el("input", { type: "checkbox", checked: profile.marketing_stopped,
      onchange: (event) => attempt(() => api.preference(profile.number, event.target.checked ? "stop" : "resume")) }));
  openSheet(screen, `Telefone ${number(profile.number)}`,
    el("div", { class: "stack" }, text("name", "Nome no WhatsApp", "Sem nome"), text("username", "Nome de usuário", "sem @")),
    el("div", {}, ...SWITCHES.map(toggle), stop),
    moving(screen, profile, remove));
}

function moving(screen, profile, remove) {
  const target = el("input", { inputmode: "tel", placeholder: "+55 11 9…", "aria-label": "Novo número" });
  const move = () => attempt(async () => {
    await api.moveNumber(profile.number, target.value);
    closeSheet(screen);
    toast("Número trocado; a empresa foi avisada.");
  });
  const renew = () => attempt(async () => {
    await api.newUserId(profile.number);
    toast("Novo identificador; a empresa foi avisada.");
  });
  return el("div", { class: "stack" },
    el("div", { class: "two number" }, el("label", { class: "field" }, "Trocar de número", target),
      el("button", { type: "button", class: "button", onclick: move, text: "Trocar" })),
    el("button", { type: "button", class: "button", onclick: renew, text: "Trocar identificador (BSUID)" }),
    el("button", { type: "button", class: "button danger", onclick: () => { closeSheet(screen); remove(); }, text: "Tirar da mesa" }));
}
