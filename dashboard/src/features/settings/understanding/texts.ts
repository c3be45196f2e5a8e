/** Which words does the understanding use at the screen? */
import type { WordKind } from "@/api/understanding";
import type { Sentences } from "@/api/texts";
import type { Tone } from "@/ui/state-badge";

import { labelName } from "./labels";

export const roles: [string, string][] = [
  ["customer", "Cliente"],
  ["operator", "Equipe"],
  ["owner", "Dono ou dona"],
];

export const questions: [string, string][] = [
  ["", "Nada em especial"],
  ["confirm", "Uma confirmação (“Posso marcar?”)"],
  ["time", "Um horário (“Que horas?”)"],
  ["date", "Um dia (“Qual dia?”)"],
  ["name", "Um nome"],
  ["interested", "Uma oferta (“Tem interesse?”)"],
];

export const entityNames: Record<string, string> = {
  datetime: "data ou hora",
  duration: "duração",
  money: "dinheiro",
  number: "número",
  ordinal: "ordinal",
  phone: "telefone",
  email: "e-mail",
  cpf: "CPF",
  cnpj: "CNPJ",
  cep: "CEP",
  plate: "placa",
  url: "endereço na internet",
  person: "pessoa",
  city: "cidade",
  state: "estado",
  car_brand: "marca de carro",
  car_model: "modelo de carro",
  car_year: "ano do carro",
  mileage: "quilometragem",
  car_preference: "preferência de carro",
  pet_species: "espécie",
  pet_breed: "raça",
  pet_name: "nome do pet",
  pet_age: "idade do pet",
  service: "serviço",
};

export const feelings: Record<string, { label: string; tone: Tone }> = {
  positive: { label: "Positivo", tone: "green" },
  neutral: { label: "Neutro", tone: "grey" },
  negative: { label: "Negativo", tone: "red" },
};

export const pressures: Record<string, { label: string; tone: Tone }> = {
  none: { label: "Sem urgência", tone: "grey" },
  low: { label: "Pouca urgência", tone: "amber" },
  high: { label: "Urgente", tone: "red" },
};

export const wordKinds: { kind: WordKind; name: string; help: string; example: string }[] = [
  { kind: "service", name: "Serviços", help: "O que se marca ou se compra aqui", example: "Banho e tosa" },
  { kind: "person", name: "Pessoas", help: "Quem atende, para saber de quem se fala", example: "Dra. Camila" },
  { kind: "catalogue", name: "Catálogo", help: "Nomes do que está à venda", example: "Onix Premier" },
];

export const refusals: Record<string, string> = {
  empty: "linha vazia",
  too_long: "longa demais",
  no_words: "sem palavras",
  twice: "repetida na lista",
  taken: "já estava aqui",
};

export const verdicts: Record<string, { label: string; tone: Tone }> = {
  better: { label: "Melhor", tone: "green" },
  same: { label: "Igual", tone: "grey" },
  worse: { label: "Pior", tone: "red" },
  unmeasured: { label: "Não medido", tone: "amber" },
};

export const methods: Record<string, string> = {
  none: "Sem mensagens rotuladas não há com o que comparar: use-o se quiser.",
  held_out: "Medido nas mensagens rotuladas, que nenhum dos dois modelos viu.",
  cross_validated: "Medido em três partes: cada mensagem por um modelo que não aprendeu nem ela nem as parecidas.",
};

export const failures: Record<string, string> = {
  too_few: "Faltam frases para treinar.",
  too_slow: "O treino demorou demais e foi interrompido. Tente de novo mais tarde.",
  broke: "O treino foi interrompido por um erro. Tente de novo.",
  lost: "O treino se perdeu com um reinício. Tente de novo.",
};

const URGENT: Record<string, string> = { high: "urgente", low: "com pouca pressa", none: "sem pressa" };
const RULES: Record<string, string> = {
  "order to stop": "é um pedido de parar, que sempre vale",
  "order to keep": "é uma ordem de guardar",
  emergency: "fala de uma emergência com um animal",
  sign: "o emoji responde",
  "no words": "não há palavras",
};

const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());

const ROLES: Record<string, string> = { owner: "Quem escreve é o dono ou a dona", operator: "Quem escreve é da equipe" };

/** What stands behind the colon of a reason, by what stands before it. */
const reasons: Record<string, (told: string) => string> = {
  rule: (told) => `Regra: ${RULES[told] ?? told}`,
  role: (told) => ROLES[told] ?? "Só o dono ou a equipe pode pedir isso; de um cliente, fica fora do escopo",
  asked: (told) => `Levou em conta o que acabou de ser perguntado: ${questions.find(([key]) => key === told)?.[1] ?? labelName(told)}`,
  vertical: (told) => `Levou em conta o ramo da organização (${told})`,
  unsure: () => "Nenhuma intenção é provável o bastante",
  time: (told) => `Tempo lido em “${told.replace(/^\w+ ['"]/, "").replace(/['"]$/, "")}”`,
  sentiment: (told) => `Sentimento ${(feelings[told]?.label ?? told).toLowerCase()}`,
  urgency: (told) => {
    const [level = "", words = ""] = told.split(" for ");
    return `${capital(URGENT[level] ?? level)} por causa de “${words}”`;
  },
};

const SHAPES: Record<string, string> = { n: "número", nnn: "número", nnnn: "número", hora: "hora", mil: "mil", vezes: "parcelas", ano: "ano", documento: "documento", placa: "placa" };

/** Words that weighed; figures by what they are, and pairs of notions, which say nothing to a person, last and only if alone. */
function signsInWords(told: string): string {
  const signs = told.split(", ");
  const plain = signs.filter((sign) => !sign.includes("&"));
  const shown = plain.length > 0 ? plain : signs.map((sign) => sign.replaceAll("&", " + "));
  return shown.map((sign) => `“${sign.replace(/<(\w+)>/g, (_, shape: string) => `(${SHAPES[shape] ?? shape})`)}”`).join(", ");
}

/** A line of the reason trail as a person reads it. */
export function reasonInWords(reason: string): string {
  const [head = "", ...rest] = reason.split(": ");
  const told = rest.join(": ");
  const words = /^words for (\w+)$/.exec(head);
  if (words) return `O que mais pesou para “${labelName(words[1] ?? "")}”: ${signsInWords(told)}`;
  return reasons[head]?.(told) ?? reason;
}

export const sentences: Sentences = {
  unknown_label: "Esta intenção não existe.",
  too_many_phrases: (data) => `Cada intenção guarda no máximo ${Number(data.limit)} frases próprias.`,
  too_many_words: (data) => `O vocabulário guarda no máximo ${Number(data.limit)} nomes de cada tipo.`,
  training_under_way: (data) => `A versão ${Number(data.number)} ainda está treinando.`,
  nothing_to_teach: "Adicione frases ou rotule mensagens primeiro: sem isso o modelo seria o mesmo.",
  no_model: "O modelo desta versão já não está guardado.",
  doubt_decided: "Outra pessoa já decidiu esta mensagem.",
  phrase_not_found: "Esta frase já não existe.",
  word_not_found: "Este nome já não existe.",
  doubt_not_found: "Esta mensagem já não está aqui.",
};
