// What does one phone on the desk show, and what happens when it is touched?

import { api, attempt } from "./api.js";
import { bubbleNode, typingNode } from "./bubble.js";
import { Composer } from "./composer.js";
import { arrange, el, iconButton, toast } from "./dom.js";
import { day, initials, number } from "./format.js";
import { listSheet, profileSheet, touchSheet } from "./sheets.js";

const TYPING_MS = 25000;
const SAME_BREATH_MS = 180000;

export class PhoneUnit {
  constructor(profile, { accounts, account, onremove, onchange }) {
    this.profile = profile;
    this.accounts = accounts;
    this.account = account ?? null;
    this.messages = new Map();
    this.nodes = new Map();
    this.typing = new Map();
    this.onremove = onremove;
    this.onchange = onchange;
    this.build();
    this.showAccounts(accounts);
    this.showProfile(profile);
  }

  get number() { return this.profile.number; }

  get unread() { return this.visible().some((one) => one.direction === "in" && (one.status === "sent" || one.status === "delivered")); }

  build() {
    const say = (said) => this.say(said);
    this.screen = el("div", { class: "screen" });
    this.composer = new Composer(this.screen, say, () => ({ number: this.number, account: this.account }));
    this.thread = el("div", { class: "thread", role: "log", "aria-label": "Conversa", tabindex: "0" });
    this.top = el("div", { class: "top" });
    this.screen.append(this.top, this.thread, this.composer.bar, this.composer.node);
    this.label = el("div", { class: "label" });
    this.node = el("section", { class: "unit", testid: `phone-${this.number}`, "aria-label": `Telefone ${number(this.number)}` },
      this.label, el("div", { class: "case" }, this.screen));
    this.acts = {
      tap: (message, option) => this.tap(option),
      openList: (message) => listSheet(this.screen, message, (row) => this.tap(row)),
      touch: (message) => touchSheet(this.screen, message, { say, answer: (one) => this.composer.answer(one) }),
      jump: (id) => this.nodes.get(id)?.node.scrollIntoView({ block: "center", behavior: "smooth" }),
      play: (message) => { if (message.direction === "in" && message.status !== "played") attempt(() => api.played(this.number, message.id)); },
    };
  }

  say(said) {
    this.stick = true;
    return attempt(() => api.say(this.number, { ...said, account: this.account }));
  }

  tap(option) {
    if (option.kind === "copy") {
      navigator.clipboard?.writeText(option.code ?? "");
      return toast("Código copiado.");
    }
    return this.say({ tap: option.id });
  }

  showProfile(profile) {
    this.profile = { ...this.profile, ...profile };
    const { name, online, not_on_whatsapp: gone, username, hide_phone: hidden } = this.profile;
    const tags = [!online && "desligado", gone && "fora do WhatsApp", this.profile.blocked && "bloqueou", hidden && `@${username || "oculto"}`];
    this.label.replaceChildren(
      el("b", { text: name || "Sem nome" }), el("span", { text: number(this.number) }),
      ...tags.filter(Boolean).map((text) => el("span", { class: "tag", text })),
      el("span", { class: "grow" }),
      iconButton("more", "Perfil deste telefone", () => profileSheet(this.screen, this.profile, this.onremove), { testid: "profile" }),
    );
    this.node.classList.toggle("off", !online);
    this.onchange?.();
  }

  showAccounts(accounts) {
    this.accounts = accounts;
    if (!accounts.some((one) => one.phone_number_id === this.account)) this.account = accounts[0]?.phone_number_id ?? null;
    this.render();
  }

  showTop() {
    const current = this.accounts.find((one) => one.phone_number_id === this.account);
    const name = current?.name ?? "Nenhuma empresa ainda";
    const typing = this.typing.get(this.account) > Date.now();
    const line = typing ? "digitando…" : !current ? "declare uma em /control/accounts" : current.verified ? "online" : "aguardando a empresa";
    const title = this.accounts.length > 1 ? this.chooser() : el("b", { text: name });
    this.top.replaceChildren(el("span", { class: "face", text: initials(name) }),
      el("div", { class: "who" }, title, el("small", { class: typing ? "live" : "", text: line })));
  }

  chooser() {
    const options = this.accounts.map((one) =>
      el("option", { value: one.phone_number_id, selected: one.phone_number_id === this.account, text: one.name }));
    const select = el("select", { "aria-label": "Empresa", testid: "account", onchange: (event) => {
      this.account = event.target.value;
      this.stick = true;
      this.render();
    } }, ...options);
    return select;
  }

  hear(event, data) {
    if (event === "snapshot") {
      this.messages = new Map(data.messages.map((one) => [one.id, one]));
      this.showProfile(Object.fromEntries(Object.entries(data).filter(([key]) => key !== "messages")));
      this.stick = true;
    } else if (event === "message") {
      this.fresh = this.messages.has(data.id) ? null : data.id;
      this.messages.set(data.id, data);
    } else if (event === "typing") {
      this.typing.set(data.account, data.on ? Date.now() + TYPING_MS : 0);
      if (data.on) setTimeout(() => this.render(), TYPING_MS + 50);
    } else if (event === "profile") {
      return this.showProfile(data);
    }
    return this.render();
  }

  visible() {
    return [...this.messages.values()].filter((one) => one.account === this.account).sort((a, b) => a.seq - b.seq);
  }

  render() {
    const thread = this.thread;
    const atEnd = this.stick || thread.scrollHeight - thread.scrollTop - thread.clientHeight < 80;
    const messages = this.visible();
    const children = [];
    let before = null;
    for (const message of messages) {
      if (!before || day(before.at) !== day(message.at)) children.push(this.dayNode(day(message.at)));
      const node = this.bubble(message);
      const breath = before && before.direction === message.direction && new Date(message.at) - new Date(before.at) < SAME_BREATH_MS;
      node.classList.toggle("first", !breath);
      children.push(node);
      before = message;
    }
    if (!messages.length) children.push(this.hello ??= el("p", { class: "hello", text: "Escreva como cliente. A resposta vem da empresa pelo caminho de verdade." }));
    if (this.typing.get(this.account) > Date.now()) children.push(this.dots ??= typingNode());
    arrange(thread, children);
    this.showTop();
    if (atEnd) this.toEnd();
    this.stick = false;
    this.readSoon();
    this.onchange?.();
  }

  toEnd() {
    this.thread.scrollTop = this.thread.scrollHeight;
    requestAnimationFrame(() => { this.thread.scrollTop = this.thread.scrollHeight; });
  }

  bubble(message) {
    const text = JSON.stringify(message);
    const kept = this.nodes.get(message.id);
    if (kept?.text === text) return kept.node;
    const node = bubbleNode(message, this.acts);
    // A status change must not rebuild a player in the middle of a note.
    const player = kept?.node.querySelector(".voice");
    if (player) node.querySelector(".voice")?.replaceWith(player);
    if (this.fresh === message.id) node.classList.add("fresh");
    this.nodes.set(message.id, { text, node });
    return node;
  }

  dayNode(text) {
    this.days ??= new Map();
    if (!this.days.has(text)) this.days.set(text, el("div", { class: "day", text }));
    return this.days.get(text);
  }

  // The thread is open before someone's eyes: what has arrived is read.
  readSoon() {
    if (this.reading || !this.unread || !this.profile.online || !this.isSeen()) return;
    this.reading = setTimeout(async () => {
      this.reading = null;
      if (this.unread && this.isSeen()) await api.read(this.number, this.account).catch(() => {});
    }, 250);
  }

  isSeen() {
    return document.visibilityState === "visible" && this.node.isConnected && this.node.offsetParent !== null;
  }
}
