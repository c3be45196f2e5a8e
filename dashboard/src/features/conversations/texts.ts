/** What does the inbox say? */
import type { Answerer, Author, Conversation, ConversationState, Failure, Message } from "@/api/contract";
import { refusalSentence } from "@/api/template-texts";
import type { Sentences } from "@/api/texts";
import { lookup } from "@/lib/lookup";
import type { Tone } from "@/ui/state-badge";

const someone = (name: unknown): string => (typeof name === "string" && name ? name : "Outra pessoa");

export const sentences: Sentences = {
  taken_by_other: (data) => `${someone(data.name)} assumiu esta conversa antes.`,
  window_closed: "A janela de 24 horas fechou: o WhatsApp só aceita um modelo aprovado até o cliente escrever de novo.",
  opted_out: "Este contato pediu para não receber mensagens.",
  conversation_archived: "A conversa foi arquivada. Quando o cliente escrever, uma nova se abre.",
  conversation_not_found: "Esta conversa não existe, ou é de um colega.",
  text_too_long: (data) => `O texto passa do limite de ${Number(data.limit) || 4096} caracteres do WhatsApp.`,
  nothing_to_send: "A mensagem está vazia.",
  person_not_found: "Esta pessoa não atende mais aqui.",
  team_not_found: "Esta equipe não existe mais.",
  mention_cannot_see: (data) => `${someone(data.name)} não vê esta conversa. Passe-a para essa pessoa ou chame outra.`,
  too_many_mentions: (data) => `Uma nota chama até ${Number(data.limit) || 20} pessoas.`,
  unknown_variable: (data) => `Ninguém sabe o que é {{ ${String(data.name)} }}. Use os botões abaixo do texto.`,
  broken_variable: "Há chaves abertas que não fecham, ou o contrário. Uma variável se escreve {{ assim }}.",
  shortcut_taken: "Já existe uma resposta com este atalho.",
  too_many_quick_replies: (data) => `O limite é de ${Number(data.limit) || 500} respostas rápidas.`,
  quick_reply_not_found: "Esta resposta rápida não existe mais.",
  not_an_emoji: "Uma reação é um só emoji.",
  cannot_react: (data) =>
    data.why === "too_old" ? "O WhatsApp não aceita reação a mensagens de mais de 30 dias." : "Esta mensagem não pode receber reação.",
  message_not_found: "Esta mensagem não existe mais.",
  media_not_wanted: "Este arquivo não precisa ser buscado de novo.",
  media_not_usable: "Este arquivo já foi enviado ou não existe mais. Anexe de novo.",
  template_refused: refusalSentence,
  templates_unsupported: "Este número não envia modelos.",
  channel_unavailable: "O número está desconectado. Reconecte-o na visão geral e tente de novo.",
  too_large: "O arquivo passa do limite do WhatsApp.",
  unsupported_media: "O WhatsApp não aceita este tipo de arquivo.",
};

export const stateNames: Record<ConversationState, string> = { active: "Ativa", waiting: "Aguardando", archived: "Arquivada" };
export const tabNames: Record<ConversationState, string> = { active: "Ativas", waiting: "Aguardando", archived: "Arquivadas" };
export const stateTones: Record<ConversationState, Tone> = { active: "green", waiting: "amber", archived: "grey" };
const answererNames: Record<Answerer, string> = { flow: "Robô", agent: "Agente", person: "Pessoa" };

export function whoAnswers(conversation: Conversation, me: string | null): string {
  if (conversation.answerer !== "person") return answererNames[conversation.answerer];
  if (conversation.assignee === null) return "Ninguém";
  return conversation.assignee.id === me ? "Você" : conversation.assignee.name;
}

const AUTHORS: Record<Author, { name: string; kind: string | null }> = {
  contact: { name: "Cliente", kind: null },
  flow: { name: "Robô", kind: "robô" },
  agent: { name: "Agente", kind: "agente" },
  person: { name: "Equipe", kind: null },
  phone: { name: "Pelo celular", kind: "pelo celular" },
  system: { name: "Sistema", kind: "automático" },
};

/** Who wrote a message of ours; `kind` where the name alone does not say that no colleague typed it here. */
export function authorLabel(message: Message): { name: string; kind: string | null } {
  const { name, kind } = lookup(AUTHORS, message.author) ?? AUTHORS.system;
  return message.author_name ? { name: message.author_name, kind } : { name, kind: null };
}

export const statusNames: Record<string, string> = {
  queued: "Na fila para envio",
  dispatching: "Enviando",
  accepted: "Aceita pelo WhatsApp",
  sent: "Enviada",
  delivered: "Entregue",
  read: "Lida",
  played: "Ouvida",
  failed: "Não enviada",
  unconfirmed: "Não confirmada",
  received: "Recebida",
};

export const UNCONFIRMED =
  "O envio saiu daqui, mas o WhatsApp não confirmou se recebeu. O cliente pode ter visto ou não. Se a confirmação chegar, este aviso some.";
export const DUPLICATE = "Repetida porque o primeiro envio não foi confirmado: o cliente pode ter recebido duas vezes.";

// Codes of the WhatsApp Cloud API, in the words of someone at a counter.
const FAILURES: Record<string, string> = {
  "4": "O WhatsApp pediu para ir mais devagar.",
  "100": "O WhatsApp recusou o conteúdo da mensagem.",
  "190": "O acesso ao WhatsApp expirou: reconecte o número nas conexões.",
  "368": "O número está temporariamente bloqueado por violar políticas do WhatsApp.",
  "80007": "O limite de envios da conta foi atingido.",
  "130403": "Este contato está bloqueado pelo seu número.",
  "130429": "Muitos envios ao mesmo tempo para este número.",
  "130472": "O WhatsApp não entrega mensagens promocionais a este contato.",
  "130497": "O WhatsApp não permite enviar para este país.",
  "131000": "O WhatsApp teve um erro interno.",
  "131005": "A conexão não tem permissão para enviar.",
  "131008": "Faltou um dado que o WhatsApp exige.",
  "131009": "O WhatsApp recusou um valor da mensagem.",
  "131016": "O WhatsApp ficou fora do ar.",
  "131021": "O destinatário é o próprio número da empresa.",
  "131026": "Não foi possível entregar: o número pode não ter WhatsApp, estar desatualizado ou ter bloqueado a empresa. Confira o número com o cliente por outro canal.",
  "131030": "O número de teste só envia para destinatários cadastrados.",
  "131031": "A conta do WhatsApp está bloqueada.",
  "131037": "O nome de exibição do número ainda não foi aprovado.",
  "131042": "Há um problema de pagamento na conta do WhatsApp.",
  "131045": "O número não está registrado corretamente.",
  "131047": "A janela de 24 horas fechou antes do envio. Envie um modelo aprovado, ou espere o cliente escrever.",
  "131048": "O número está limitado por denúncias ou baixa qualidade.",
  "131049": "O WhatsApp segurou esta mensagem promocional para não cansar o cliente. Espere ao menos um dia antes de outra promoção, ou escreva quando ele responder.",
  "131050": "O cliente parou de receber promoções da sua empresa.",
  "131051": "O WhatsApp não aceita este tipo de mensagem.",
  "131052": "Não foi possível baixar a mídia do cliente.",
  "131053": "Não foi possível enviar a mídia: confira o tipo e o tamanho.",
  "131056": "Muitas mensagens seguidas para o mesmo contato.",
  "131057": "O número está em manutenção no WhatsApp.",
  "132000": "O modelo recebeu um número errado de variáveis: ele pode ter mudado. A lista foi atualizada; escolha o modelo de novo e confira a prévia.",
  "132001": "O modelo não existe neste idioma ou não está aprovado. Veja o estado em Ajustes, Modelos, e use outro.",
  "132005": "O texto do modelo ficou longo demais com esses valores. Escolha o modelo de novo e encurte um deles.",
  "132015": "O modelo está pausado por baixa qualidade. O WhatsApp o libera em algumas horas; até lá, use outro.",
  "132016": "O modelo foi desativado por baixa qualidade e não volta. Crie outro em Ajustes, Modelos.",
  "132012": "Um valor do modelo tem o formato errado, ou faltou o arquivo do cabeçalho. Escolha o modelo de novo e confira a prévia.",
  "132018": "Uma variável do modelo tem quebra de linha, tabulação ou muitos espaços. Escolha o modelo de novo e corrija.",
  "133010": "O número não está registrado no WhatsApp.",
  "463": "O WhatsApp limita para quem este número pode escrever agora. Espere algumas horas, ou escreva de outro número.",
  "479": "O WhatsApp recusou este tipo de mensagem vindo deste número. Envie como texto.",
  ERROR: "O gateway aceitou a mensagem e o WhatsApp a recusou depois.",
  not_on_whatsapp: "Este número não tem WhatsApp.",
  window_closed: "A janela de 24 horas fechou antes do envio. Envie um modelo aprovado, ou espere o cliente escrever.",
  opted_out: "O contato pediu para não receber mensagens.",
  token_expired: "O acesso ao WhatsApp expirou: reconecte o número nas conexões.",
  marketing_stopped: "O contato parou de receber promoções.",
  expired: "A mensagem ficou tempo demais na fila e não foi enviada.",
};

export function failureSentence(failure: Failure | null): string {
  return lookup(FAILURES, failure?.code) ?? "O WhatsApp não aceitou esta mensagem.";
}

/** What a type says about itself when Recado cannot show it. */
const UNSUPPORTED: Record<string, string> = {
  poll_creation: "Enquete",
  poll_update: "Voto em enquete",
  poll: "Enquete",
  poll_vote: "Voto em enquete",
  event: "Evento",
  sticker_pack: "Pacote de figurinhas",
  template: "Mensagem com botões",
  buttons: "Mensagem com botões",
  list: "Mensagem com lista",
  interactive: "Mensagem com botões",
  requestPaymentMessage: "Pedido de pagamento",
  sendPaymentMessage: "Pagamento",
  gif: "GIF",
  group_invite: "Convite para grupo",
  order: "Pedido do catálogo",
  product: "Produto do catálogo",
  link_preview: "Prévia de link",
  keep_in_chat: "Mensagem mantida",
  pin: "Mensagem fixada",
  edit: "Edição",
  view_once: "Mídia de visualização única",
};

export function unsupportedSentence(type: string, subtype: string, hasWords = false): string {
  const what = lookup(UNSUPPORTED, subtype) ?? lookup(UNSUPPORTED, type);
  if (hasWords) return `${what ?? "Mensagem de um tipo novo"}: o resto só aparece no celular.`;
  const says = what ? `${what}: o WhatsApp não repassa o conteúdo à empresa.` : "O WhatsApp não repassa este tipo de mensagem à empresa.";
  return `${says} Peça ao cliente que envie de outra forma.`;
}

export const handoffStates: Record<string, string> = { open: "aberto", taken: "assumido", assigned: "assumido", resolved: "resolvido", expired: "expirado" };
export const priorities: Record<string, string> = { low: "baixa", normal: "normal", high: "alta", urgent: "urgente" };

export const sessionStates: Record<string, string> = {
  waiting: "esperando resposta",
  active: "em andamento",
  running: "em andamento",
  handed_over: "passada a uma pessoa",
  completed: "terminada",
  ended: "terminada",
  expired: "expirada",
  failed: "parada por um erro",
  interrupted: "interrompida",
};
