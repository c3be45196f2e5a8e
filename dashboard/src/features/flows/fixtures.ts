/** A small flow and the kinds it is made of, for the tests of this feature. */
import type { Definition } from "./model/definition";
import type { Manifest, Manifests } from "./model/manifest";

const message: Manifest = {
  key: "message",
  label: "Mensagem",
  description: "Diz algo.",
  icon: "message",
  group: "conversa",
  options: { type: "object", properties: { text: { type: "string", widget: "template", rows: 5, title: "Texto" } }, required: [], order: ["text"] },
  exits: [{ key: "next", label: "Continuar", optional: false }],
};

const question: Manifest = {
  key: "question",
  label: "Pergunta",
  description: "Pergunta algo.",
  icon: "help",
  group: "conversa",
  options: {
    type: "object",
    properties: {
      text: { type: "string", widget: "template", rows: 4, title: "Pergunta" },
      kind: { type: "string", enum: ["text", "choice"], enumLabels: ["Texto", "Escolha"], widget: "select", title: "Tipo de resposta", default: "text" },
      variable: { type: "string", widget: "variable", title: "Guardar em" },
      choices: {
        type: "array",
        widget: "items",
        title: "Opções",
        minItems: 0,
        items: { type: "object", properties: { id: { type: "string", widget: "text" }, title: { type: "string", widget: "template" } }, required: ["id", "title"], order: ["id", "title"] },
      },
    },
    required: ["text"],
    order: ["text", "kind", "variable", "choices"],
  },
  exits: [
    { key: "next", label: "Respondida", optional: false },
    { key: "invalid", label: "Não entendida", optional: true },
  ],
};

const start: Manifest = { ...message, key: "start", label: "Início", options: { type: "object", properties: {}, order: [] } };

export const manifests: Manifests = new Map([start, message, question].map((one) => [one.key, one]));
export const kinds = { start, message, question };

/** inicio → menu (a choice of two) → banho or outra; banho → fim. */
export const flow: Definition = {
  format: 1,
  id: "banho",
  name: "Banho",
  entry: "inicio",
  nodes: {
    inicio: { type: "start", exits: { next: "menu" }, layout: { x: 0, y: 0 } },
    menu: {
      type: "question",
      label: "Menu",
      options: { text: "Oi, {{ contact.first_name }}! O que vai ser?", kind: "choice", variable: "servico", choices: [{ id: "banho", title: "Banho" }, { id: "outra", title: "Outra coisa" }] },
      exits: { banho: "preco", outra: "outra" },
      layout: { x: 400, y: 0 },
    },
    preco: { type: "message", options: { text: "Custa R$ 70." }, exits: { next: "fim" }, layout: { x: 800, y: 0 } },
    outra: { type: "message", options: { text: "Já chamo alguém." }, layout: { x: 800, y: 300 } },
    fim: { type: "message", options: { text: "Até logo!" }, layout: { x: 1200, y: 0 } },
  },
};
