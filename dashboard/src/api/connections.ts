/** What does the API say of connections, and in which words is it told? */
import { get, post } from "./client";

export type Method = "qr" | "pairing_code";

export const connectionsApi = {
  list: async (signal?: AbortSignal) => (await get("/api/v1/channels", { signal })).items,
  pair: (id: string, method: Method, phone: string, signal?: AbortSignal) =>
    post("/api/v1/whatsapp/conectar", { json: { connection_id: id, method, phone }, signal }),
  unpair: (id: string) => post("/api/v1/whatsapp/desconectar", { json: { connection_id: id } }),
};

export const connectionKeys = {
  all: ["connections"] as const,
  list: ["connections", "list"] as const,
  code: (id: string, method: Method, phone: string) => ["connections", "code", id, method, phone] as const,
};

/** Adapters whose number is paired with a phone, by a code. */
const PAIRED = new Set(["evolution", "whatsapp_web"]);

export const isPaired = (adapter: string): boolean => PAIRED.has(adapter);

export const reasonWords: Record<string, string> = {
  account_banned: "O WhatsApp baniu este número",
  account_blocked: "O WhatsApp bloqueou este número",
  acks_missing: "O WhatsApp não confirma as últimas mensagens enviadas",
  banned_for_now: "O WhatsApp suspendeu este número por um tempo",
  base_url: "O endereço da Evolution API não serve: use https, ou http na rede interna",
  by_person: "Desconectado pela equipe",
  by_person_phone_not_told: "Desconectado pela equipe; o gateway não respondeu, então encerre a sessão também no aparelho",
  closed: "A conexão do gateway com o WhatsApp está fechada",
  connection_lost: "A conexão caiu; o gateway tenta de novo",
  gateway_failing: "O gateway respondeu com erro",
  gateway_outdated: "O gateway é antigo demais para o WhatsApp: atualize-o",
  gateway_unreachable: "O gateway não responde",
  instance_missing: "A instância ainda não existe no gateway: conecte o número",
  license_required: "O gateway pede uma licença para funcionar",
  logged_out: "O aparelho encerrou a sessão: conecte de novo",
  not_paired: "Nenhum aparelho conectado ainda",
  pair_again: "O WhatsApp pede que o número seja conectado de novo",
  qr_limit: "Os códigos acabaram sem que um fosse lido: comece de novo",
  replaced: "Outra conexão tomou o lugar desta: feche a outra e conecte de novo",
  restarting: "A conexão está recomeçando",
  sends_failing: "O WhatsApp recusou as últimas mensagens enviadas",
  session_broken: "A sessão se perdeu; o gateway tenta de novo",
  token_invalid: "A chave de acesso foi recusada",
  waiting_for_pairing: "Esperando o aparelho ler o código",
  webhooks_missing: "O gateway não avisa o que chega: as mensagens estão sendo buscadas. Confira o endereço do webhook nele",
  whatsapp_unavailable: "O WhatsApp está fora do ar; o gateway tenta de novo",
};
