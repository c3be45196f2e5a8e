/** Which sentence tells a person why something failed? Each feature adds the codes it knows. */
import { lookup } from "@/lib/lookup";

import { ApiProblem } from "./problem";

type Sentence = string | ((data: Record<string, unknown>) => string);
export type Sentences = Record<string, Sentence>;

const common: Sentences = {
  network: "Sem conexão com o servidor. Verifique a internet e tente de novo.",
  server_error: "O servidor encontrou um erro. Tente de novo em instantes.",
  not_permitted: "Seu papel nesta organização não permite isso.",
  forbidden: "Seu papel nesta organização não permite isso.",
  not_found: "Isso não existe mais, ou não está nesta organização.",
  session_ended: "Sua sessão terminou. Entre novamente.",
  too_many_attempts: "Muitas tentativas em pouco tempo. Aguarde um momento.",
  too_large: "O arquivo é grande demais.",
};

export function sentenceFor(error: unknown, sentences: Sentences = {}): string {
  if (!(error instanceof ApiProblem)) return "Algo inesperado aconteceu. Recarregue a página se continuar.";
  const sentence = lookup(sentences, error.code) ?? lookup(common, error.code);
  if (sentence === undefined) return error.mayPass ? "O servidor não respondeu como deveria. Tente de novo." : "O servidor recusou este pedido.";
  return typeof sentence === "string" ? sentence : sentence(error.data);
}
