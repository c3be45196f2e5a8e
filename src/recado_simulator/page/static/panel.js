// How does someone show, in front of others, what happens when the world misbehaves?

import { api, attempt } from "./api.js";
import { el, iconButton, toast } from "./dom.js";

const FAULTS = [
  ["429", "Recusar por excesso", "130429"],
  ["500", "Erro 500, não enviada", "não aceita"],
  ["500_sent", "Erro 500, mas enviada", "aceita"],
  ["hang", "Aceitar e não responder", "aceita"],
  ["cut_sent", "Aceitar e cortar", "aceita"],
  ["cut", "Cortar antes de aceitar", "não aceita"],
  ["garbage", "Resposta ilegível", "aceita"],
  ["html", "Página HTML no lugar", "aceita"],
  ["no_id", "Resposta sem id", "aceita"],
  ["token_expired", "Token expirado", "190"],
  ["delay", "Atrasar 2 s", "envio e webhook"],
  ["duplicate", "Repetir webhook", "webhook"],
  ["reorder", "Trocar a ordem", "webhook"],
];
const NAMES = Object.fromEntries(FAULTS.map(([kind, label]) => [kind, label]));
const HABITS = [["perfect", "Perfeita"], ["calm", "Realista"], ["wild", "Selvagem"]];
const LEAPS = [[3600, "+1 h"], [23 * 3600, "+23 h"], [25 * 3600, "+25 h"], [7 * 86400, "+7 dias"]];

export class Panel {
  constructor(node, onclose) {
    this.node = node;
    this.count = "3";
    this.orders = el("div", { class: "orders" });
    this.clock = el("p");
    this.log = el("div", { class: "log" });
    node.replaceChildren(
      el("header", {}, el("h2", { text: "Demonstração" }), iconButton("close", "Fechar painel", onclose)),
      this.faults(), this.time(), this.delivery(), this.deliveries());
  }

  async open() {
    this.node.hidden = false;
    await this.refresh();
    this.timer ??= setInterval(() => this.refresh(), 2000);
  }

  close() {
    this.node.hidden = true;
    clearInterval(this.timer);
    this.timer = null;
  }

  faults() {
    const count = el("select", { "aria-label": "Quantas vezes", onchange: (event) => { this.count = event.target.value; } },
      ...[["1", "na próxima vez"], ["3", "nas próximas 3 vezes"], ["10", "nas próximas 10 vezes"], ["", "até eu parar"]].map(([value, text]) =>
        el("option", { value, text, selected: value === this.count })));
    const buttons = FAULTS.map(([kind, label, hint]) =>
      el("button", { type: "button", class: "button small", title: hint, testid: `fault-${kind}`, onclick: () => this.order(kind), text: label }));
    return el("section", {}, el("h3", { text: "Falhas do provedor" }),
      el("p", { text: "O que a empresa recebe quando tenta enviar, ou como os avisos chegam a ela." }),
      el("label", { class: "field" }, "Acontece", count), el("p"), el("div", { class: "choices pairs" }, ...buttons), this.orders);
  }

  time() {
    const leaps = LEAPS.map(([seconds, text]) => el("button", { type: "button", class: "button small", text, onclick: () => this.leap(() => api.advance(seconds)) }));
    leaps.push(el("button", { type: "button", class: "button small", text: "Agora", onclick: () => this.leap(() => api.resetClock()) }));
    return el("section", {}, el("h3", { text: "Relógio do provedor" }), this.clock, el("div", { class: "choices" }, ...leaps));
  }

  delivery() {
    const buttons = HABITS.map(([preset, text]) =>
      el("button", { type: "button", class: "button small", text, onclick: () => attempt(async () => {
        await api.habits(preset);
        toast(`Entrega: ${text.toLowerCase()}.`);
      }) }));
    const limits = el("input", { type: "checkbox", onchange: (event) => attempt(() => api.limits({ enabled: event.target.checked })) });
    api.limits().then((now) => { limits.checked = now.enabled; }).catch(() => {});
    return el("section", {}, el("h3", { text: "Entrega dos avisos" }),
      el("p", { text: "Repetições, trocas de ordem e lotes, como na vida real." }), el("div", { class: "choices" }, ...buttons),
      el("label", { class: "switch" }, el("span", {}, "Limites de velocidade", el("small", { text: "80/s por número, 45 de uma vez por pessoa" })), limits));
  }

  deliveries() {
    return el("section", {}, el("h3", { text: "Últimos avisos entregues" }), el("p", { text: "O que a empresa respondeu a cada um." }), this.log);
  }

  order(kind) {
    return attempt(async () => {
      await api.order({ kind, ...(this.count ? { count: Number(this.count) } : {}), ...(kind === "hang" ? { delay_s: 30 } : {}) });
      await this.refresh();
    });
  }

  leap(work) {
    return attempt(async () => { await work(); await this.refresh(); });
  }

  async refresh() {
    const [faults, clock, log] = await Promise.all([api.faults(), api.clock(), api.deliveries()]).catch(() => [null, null, null]);
    if (!faults) return;
    this.orders.replaceChildren(...faults.faults.map((fault) => this.orderNode(fault)));
    const at = new Date(clock.now).toLocaleString("pt-BR", { dateStyle: "short", timeStyle: "short" });
    this.clock.textContent = clock.offset_s ? `${at}, adiantado ${Math.round(clock.offset_s / 3600)} h.` : `${at}. Adiante-o para fechar a janela de 24 horas.`;
    const rows = log.deliveries.toReversed().map((row) => el("div", {},
      el("span", { text: new Date(row.at).toLocaleTimeString("pt-BR") }),
      el("span", { class: "txt", text: `${row.message_ids.length ? "mensagem" : "aviso"} · tentativa ${row.attempt}` }),
      el("span", { class: row.answer === 200 ? "" : "bad", text: row.answer === 200 ? `200 · ${Math.round(row.ms)} ms` : String(row.answer) })));
    this.log.replaceChildren(...(rows.length ? rows : [el("p", { text: "Nada ainda." })]));
  }

  orderNode(fault) {
    const left = fault.count === null ? "até parar" : `mais ${fault.count - fault.struck}`;
    return el("div", { class: "order" }, el("span", { text: `${NAMES[fault.kind] ?? fault.kind} · ${left}` }),
      iconButton("close", "Cancelar esta falha", () => attempt(async () => { await api.clearFault(fault.id); await this.refresh(); })));
  }
}
