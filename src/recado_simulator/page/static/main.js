// Which phones stand on the desk, and how do they stay alive?

import { api, attempt } from "./api.js";
import { el, icon, toast } from "./dom.js";
import { initials, number } from "./format.js";
import { Panel } from "./panel.js";
import { PhoneUnit } from "./phone.js";
import { openSheet, closeSheet } from "./sheet.js";

const PEOPLE = [
  ["5511988887777", "Ana Souza", "Celular de São Paulo"],
  ["5531987654321", "Bruno Lima", "Minas: o WhatsApp o conhece sem o nono dígito"],
  ["5521999990000", "Carla Dias", "Com nome de usuário, número oculto"],
];
const EXTRA = { "5521999990000": { username: "carla.dias", hide_phone: true } };
const bar = document.getElementById("bar");
const desk = document.getElementById("desk");
const MOST_OFFERED = 6;
const units = new Map();
const wanted = new URLSearchParams(location.search);
let accounts = [];
let others = [];
let stream = null;
let active = null;

const panel = new Panel(document.getElementById("panel"), () => togglePanel(false));
const panelButton = el("button", { type: "button", class: "button", "aria-pressed": "false", "aria-label": "Demonstração", testid: "open-panel",
  onclick: () => togglePanel(panel.node.hidden) }, icon("sliders"), el("span", { text: "Demonstração" }));
const chips = el("div", { class: "accounts", "aria-label": "Empresas" });
const tabs = el("div", { class: "tabs", "aria-label": "Telefones" });
bar.append(
  el("div", { class: "brand" }, el("img", { src: "/page/icon.svg", alt: "" }), el("span", {}, "Recado ", el("small", { text: "Simulador" }))),
  chips, tabs, panelButton,
  el("button", { type: "button", class: "button primary", "aria-label": "Adicionar telefone", testid: "add-phone", onclick: addSheet }, icon("plus"), el("span", { text: "Telefone" })),
);

function togglePanel(open) {
  panelButton.setAttribute("aria-pressed", String(open));
  if (open) panel.open(); else panel.close();
}

async function loadAccounts() {
  accounts = (await api.accounts()).accounts;
  chips.replaceChildren(...accounts.map((one) =>
    el("span", { class: one.verified ? "chip on" : "chip", title: one.verified ? one.callback_url : one.callback_state }, el("span", { text: one.name }))));
  for (const unit of units.values()) unit.showAccounts(accounts);
}

async function addPhone(digits, changes = {}) {
  const clean = digits.replace(/\D/g, "");
  const profile = await attempt(() => api.change(clean, { on_page: true, ...changes }));
  if (!profile) return null;
  place(profile);
  connect();
  show(profile.number);
  units.get(profile.number).composer.box.focus({ preventScroll: true });
  return profile;
}

function place(profile, account) {
  if (units.has(profile.number)) return;
  const unit = new PhoneUnit(profile, {
    accounts, account,
    onremove: () => removePhone(profile.number),
    onchange: drawTabs,
  });
  units.set(profile.number, unit);
  desk.querySelector(".empty")?.remove();
  desk.append(unit.node);
}

async function removePhone(digits) {
  await attempt(() => api.change(digits, { on_page: false }));
  units.get(digits)?.node.remove();
  units.delete(digits);
  if (!units.size) drawEmpty();
  connect();
  show(units.keys().next().value);
}

function show(digits) {
  active = digits;
  for (const [one, unit] of units) unit.node.classList.toggle("active", one === digits);
  units.get(digits)?.node.scrollIntoView({ block: "nearest", inline: "nearest" });
  units.get(digits)?.render();
  drawTabs();
}

function drawTabs() {
  tabs.replaceChildren(...[...units].map(([digits, unit]) =>
    el("button", { type: "button", class: "tab", "aria-pressed": String(digits === active), onclick: () => show(digits) },
      unit.profile.name?.split(" ")[0] || number(digits), digits !== active && unit.unread ? el("span", { class: "dot" }) : null)));
}

// Those someone has already written with, then a few who show what people can be like.
function people(choose) {
  const known = others.map((one) => [one.number, one.name || "Sem nome", "Já conversou aqui"]);
  const invented = PEOPLE.filter(([digits]) => !others.some((one) => one.number === digits));
  return [...known, ...invented].filter(([digits]) => !units.has(digits)).slice(0, MOST_OFFERED).map(([digits, name, hint]) =>
    el("button", { type: "button", class: "person", testid: `person-${digits}`, onclick: () => choose(digits, others.some((one) => one.number === digits) ? {} : { name, ...EXTRA[digits] }) },
      el("span", { class: "face", text: initials(name) }), el("span", {}, name, el("small", { text: `${number(digits)} · ${hint}` })), icon("plus")));
}

function newPhone(choose) {
  const digits = el("input", { inputmode: "tel", placeholder: "+55 11 98888-7777", required: true, testid: "new-number" });
  const name = el("input", { placeholder: "Nome no WhatsApp", maxlength: "64", testid: "new-name" });
  const go = (event) => { event.preventDefault(); choose(digits.value, name.value.trim() ? { name: name.value.trim() } : {}); };
  return el("form", { class: "stack", onsubmit: go },
    el("label", { class: "field" }, "Número com DDD", digits), el("label", { class: "field" }, "Nome", name),
    el("button", { type: "submit", class: "button primary", testid: "new-add", text: "Adicionar" }));
}

async function addSheet() {
  await loadOthers();
  const host = el("div", { class: "host" });
  document.body.append(host);
  const choose = async (digits, changes) => { if (await addPhone(digits.startsWith("55") || digits.startsWith("+") ? digits : `55${digits}`, changes)) closeSheet(host); };
  openSheet(host, "Adicionar telefone", el("div", { class: "people" }, ...people(choose)), newPhone(choose));
  const watch = new MutationObserver(() => { if (!host.children.length) { host.remove(); watch.disconnect(); } });
  watch.observe(host, { childList: true });
}

async function loadOthers() {
  const { phones } = await api.everyone();
  others = phones.filter((one) => !one.on_page).slice(-MOST_OFFERED / 2);
}

async function drawEmpty() {
  await loadOthers();
  if (units.size) return;
  desk.replaceChildren(el("div", { class: "empty" }, el("div", { class: "art" }, icon("phone")),
    el("h1", { text: "Quem vai escrever?" }),
    el("p", { text: "Cada telefone é uma pessoa. Escreva como cliente e veja a empresa responder." }),
    el("div", { class: "people" }, ...people(addPhone))));
}

function connect() {
  stream?.close();
  stream = new EventSource(`/control/events?phones=${[...units.keys()].join(",")}`);
  for (const event of ["snapshot", "message", "typing", "profile"]) {
    stream.addEventListener(event, (heard) => {
      const data = JSON.parse(heard.data);
      units.get(data.number ?? data.phone)?.hear(event, data);
    });
  }
  stream.addEventListener("accounts", () => loadAccounts().catch(() => {}));
  stream.addEventListener("ready", () => loadAccounts().catch(() => {}));
  stream.addEventListener("phones", reload);
  stream.addEventListener("reset", () => { toast("O simulador foi zerado."); reload(); });
}

async function reload() {
  const { phones } = await api.phones();
  for (const unit of units.values()) unit.node.remove();
  units.clear();
  for (const profile of phones) place(profile);
  if (!units.size) drawEmpty();
  connect();
  show(units.has(active) ? active : units.keys().next().value);
}

async function start() {
  await loadAccounts();
  const { phones } = await api.phones();
  for (const profile of phones) place(profile, wanted.get("account") ?? undefined);
  const asked = wanted.get("phone");
  if (asked) {
    const profile = await attempt(() => api.change(asked.replace(/\D/g, ""), { on_page: true }));
    if (profile) { place(profile, wanted.get("account") ?? undefined); active = profile.number; }
  }
  if (!units.size) drawEmpty();
  connect();
  show(active ?? units.keys().next().value);
}

document.addEventListener("visibilitychange", () => { for (const unit of units.values()) unit.readSoon(); });
start().catch((error) => toast(`O simulador não respondeu: ${error.message}`, true));
