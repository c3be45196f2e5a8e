/** In plain Portuguese: what is the matter with a template, and what helps? Codes are the provider's or ours. */
import { lookup } from "@/lib/lookup";

import type { TemplateProblem } from "./templates";

type Words = string | ((limit: number | null) => string);

const PROBLEMS: Record<string, Words> = {
  "132000": "Preencha todas as variáveis do modelo.",
  "132001": "Este modelo não existe neste idioma ou ainda não foi aprovado.",
  "132005": (limit) => `Com esses valores o texto passa de ${limit ?? 1024} caracteres. Encurte um deles.`,
  "132012": "Falta o arquivo do cabeçalho, ou um valor tem o formato errado.",
  "132015": "O modelo está pausado por baixa qualidade. Ele volta sozinho; enquanto isso, use outro.",
  "132016": "O modelo foi desativado por baixa qualidade. Use outro.",
  "132018": "Uma variável não aceita quebra de linha, tabulação nem muitos espaços seguidos.",
  "131008": "Preencha todos os valores, também os dos botões.",
  template_not_supported: "Este tipo de modelo (carrossel, catálogo ou oferta) não pode ser enviado daqui.",
  too_long: (limit) => `Passa do limite de ${limit ?? ""} caracteres.`,
  missing: "Preencha este campo.",
  bad_name: "Use só letras minúsculas sem acento, números e _ (por exemplo, lembrete_consulta).",
  bad_language: "Escolha o idioma.",
  bad_category: "Escolha a categoria.",
  bad_variable: "Escreva variáveis como {{1}} ou {{nome}}: só letras minúsculas, números e _, e de um tipo só.",
  variables_out_of_order: "Numere as variáveis em ordem: {{1}}, {{2}}, {{3}}…",
  variable_at_edge: "O texto não pode começar nem terminar com uma variável. Escreva algo antes ou depois dela.",
  too_many_variables: "Há variáveis demais para o tamanho do texto. Escreva mais palavras ou tire variáveis.",
  too_many_blank_lines: "No máximo uma linha em branco entre parágrafos.",
  no_variables_here: "Aqui não cabem variáveis.",
  no_formatting_here: "O cabeçalho não aceita quebras de linha nem formatação (* _ ~).",
  sample_missing: "Dê um exemplo: a revisão da Meta recusa modelos sem exemplo.",
  bad_sample: "O exemplo precisa ser uma imagem JPEG ou PNG, um vídeo MP4 ou um PDF.",
  bad_url: "Escreva um endereço completo, começando com https://. Uma variável {{1}} só no fim.",
  bad_phone: "Escreva o telefone com código do país, por exemplo +55 11 4000-0001.",
  too_many: (limit) => `No máximo ${limit ?? 10}.`,
  duplicate: "Dois botões têm o mesmo texto.",
  quick_replies_apart: "Deixe as respostas rápidas juntas, antes ou depois dos outros botões.",
  template_limit: "A conta chegou ao limite de modelos. Exclua um que não usa.",
  template_name_blocked: "Um modelo com este nome foi excluído há menos de 30 dias. Escolha outro nome.",
  template_too_long: "Algum texto passa do limite do WhatsApp.",
  template_header_format: "O WhatsApp não aceitou o cabeçalho.",
  template_body_format: "O WhatsApp não aceitou o texto.",
  template_footer_format: "O WhatsApp não aceitou o rodapé.",
  template_too_many_variables: "Há variáveis demais para o tamanho do texto.",
  template_variable_at_edge: "O texto não pode começar nem terminar com uma variável.",
};

export function problemSentence(problem: Pick<TemplateProblem, "code" | "limit">): string {
  const words = lookup(PROBLEMS, problem.code);
  if (words === undefined) return `O WhatsApp não aceita o modelo assim (código ${problem.code.slice(0, 40)}).`;
  return typeof words === "string" ? words : words(problem.limit);
}

/** The first of the problems a refusal carries. */
export function refusalSentence(data: Record<string, unknown>): string {
  const first = Array.isArray(data.problems) ? (data.problems[0] as TemplateProblem & { details?: string }) : undefined;
  if (first === undefined) return "O WhatsApp não aceitou o modelo.";
  const sentence = problemSentence({ code: first.code, limit: typeof first.limit === "number" ? first.limit : null });
  return first.details ? `${sentence} Resposta: ${first.details.slice(0, 300)}` : sentence;
}

export const languageNames: Record<string, string> = {
  pt_BR: "Português (Brasil)",
  pt_PT: "Português (Portugal)",
  en_US: "Inglês (EUA)",
  en: "Inglês",
  es: "Espanhol",
  es_AR: "Espanhol (Argentina)",
};
export const languageName = (code: string): string => lookup(languageNames, code) ?? code.slice(0, 20);

const categoryNames: Record<string, string> = { MARKETING: "Marketing", UTILITY: "Utilidade", AUTHENTICATION: "Autenticação" };
export const categoryName = (word: string): string => lookup(categoryNames, word) ?? word.slice(0, 40);
