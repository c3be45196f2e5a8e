// A day at a pet clinic, with the texts that real people and unkind people send.
import { addMessage, ago, colleague, me, state, uuid } from "./state.mjs";
import { audio, photo, pdf } from "./files.mjs";

const bot = { id: uuid(), name: "Recepção" };
const number = { id: uuid(), adapter: "whatsapp_cloud", name: "WhatsApp da clínica", number: "551140028922", external_id: "106540352242922", state: "connected", state_reason: "", state_since: ago(60 * 26), last_checked_at: ago(1), is_fallback: true };
const second = { id: uuid(), adapter: "whatsapp_cloud", name: "Plantão 24 horas", number: "551140028933", external_id: "106540352242933", state: "attention", state_reason: "token_expiring", state_since: ago(95), last_checked_at: ago(2), is_fallback: false };
const third = { id: uuid(), adapter: "whatsapp_web", name: "Celular da recepção", number: "5511987650001", external_id: "", state: "disconnected", state_reason: "logged_out", state_since: ago(60 * 50), last_checked_at: ago(3), is_fallback: false };

function open(name, phone, fields = {}) {
  const conversation = {
    id: uuid(), state: "active", state_reason: "opened", state_since: ago(40), answerer: "flow", assignee: null,
    contact: { id: uuid(), name, phone, opted_out: false },
    channel: { id: number.id, name: number.name, adapter: number.adapter, number: number.number }, bot_id: bot.id,
    unread: 0, last_message: { preview: "", direction: "in", at: ago(120) }, waiting_since: null, opened_at: ago(120), archived_at: null, previous_id: null,
    window: { open: true, closes_at: ago(-60 * 23 - 12) }, handoff: null, node: "menu_principal",
    variables: { nome: name.split(" ")[0], pet: "Thor", especie: "cachorro" }, ...fields,
  };
  state.conversations.set(conversation.id, conversation);
  state.messages.set(conversation.id, []);
  return conversation;
}

const say = (conversation, minutes, text, fields = {}) => addMessage(conversation, { text, created_at: ago(minutes), ...fields });
const reply = (conversation, minutes, text, fields = {}) =>
  say(conversation, minutes, text, { direction: "out", author: "flow", author_name: "Recepção", status: "read", sent_at: ago(minutes), ...fields });
const file = (stored, extra = {}) => ({ id: stored.id, mime_type: stored.type, filename: stored.filename, size: stored.bytes.length, provider_id: "", failure: "", voice: false, state: "stored", url: `/api/v1/media/${stored.id}`, ...extra });

export function seed() {
  state.channels = [number, second, third];
  const photos = [photo("thor.png", 320, 240, [196, 142, 92]), photo("exame.png", 240, 320, [120, 150, 190])];
  const voice = audio();
  const report = pdf("Laudo hemograma – Thor.pdf");
  const trick = pdf("boleto\u202Efdp.exe");
  for (const stored of [...photos, voice, report, trick]) state.media.set(stored.id, stored);

  const before = open("Mariana Souza", "5511987654321", { state: "archived", state_reason: "person", answerer: "person", assignee: colleague, archived_at: ago(60 * 24 * 6), opened_at: ago(60 * 24 * 7), window: null });
  for (let n = 130; n > 0; n -= 1) (n % 3 === 0 ? reply : say)(before, 60 * 24 * 6 + n * 4, n % 3 === 0 ? `Resposta ${n}: a vacina fica pronta em ${n} minutos.` : `Mensagem antiga número ${n}`);
  say(before, 60 * 24 * 6, "", { direction: "system", type: "system", subtype: "archived", author: "person", author_name: colleague.name, status: "" });

  const mariana = open("Mariana Souza", "5511987654321", {
    state: "waiting", state_reason: "handoff", waiting_since: ago(18), unread: 3, previous_id: before.id, node: "triagem_urgencia",
    variables: { nome: "Mariana", pet: "Thor", especie: "cachorro", raca: "golden retriever", idade: "4 anos", sintoma: "vômito desde ontem", plano: null },
    handoff: { id: uuid(), state: "open", reason: "Cliente pediu uma pessoa: animal passando mal", priority: "high", opened_at: ago(18) },
  });
  say(mariana, 60 * 25, "Oi! Bom dia ☀️");
  reply(mariana, 60 * 25 - 1, "Olá, Mariana! 🐾 Sou a assistente da *Patas & Cia*.\nComo posso ajudar?", {
    type: "interactive", subtype: "list", buttons: [], content: { list_label: "Ver opções" },
    sections: [{ title: "Atendimento", rows: [{ id: "1", title: "Agendar consulta", description: "Clínico geral e especialistas" }, { id: "2", title: "Vacinas", description: "" }] }, { title: "Outros", rows: [{ id: "3", title: "Banho e tosa", description: "" }, { id: "4", title: "Falar com atendente", description: "" }] }],
  });
  say(mariana, 60 * 24 - 2, "Agendar consulta", { type: "interactive", subtype: "list_reply", content: { id: "1" } });
  const asked = reply(mariana, 60 * 2, "Qual é o nome do seu pet?");
  say(mariana, 60 * 2 - 2, "É o Thor, golden de 4 anos", { reply_to: { id: asked.id, text: asked.text, author: "flow" } });
  say(mariana, 50, "Olha ele aqui 😍", { type: "image", media: [file(photos[0])], reactions: [{ emoji: "❤️", by: "person" }] });
  reply(mariana, 49, "Que lindo! É para hoje?", { type: "interactive", subtype: "button", buttons: [{ id: "a", title: "Hoje" }, { id: "b", title: "Esta semana" }, { id: "c", title: "Sem pressa" }] });
  say(mariana, 48, "Hoje", { type: "interactive", subtype: "button_reply" });
  say(mariana, 47, "", { type: "audio", media: [file(voice, { voice: true, filename: "" })] });
  say(mariana, 46, "O exame que fizemos em março", { type: "document", media: [file(report)] });
  say(mariana, 20, "Ele tá vomitando desde ontem, tô preocupada. Quero falar com alguém por favor", { edited: true });
  reply(mariana, 19, "Entendi, Mariana. Vou chamar uma pessoa da equipe agora mesmo. 💚", { status: "delivered" });
  say(mariana, 18.5, "", { direction: "system", type: "system", subtype: "handoff_opened", author: "flow", status: "", text: "Cliente pediu uma pessoa: animal passando mal" });
  say(mariana, 12, "Cliente antiga, paciente desde filhote. Dra. Helena atende às 15h se precisar encaixar.", { direction: "note", type: "note", author: "person", author_name: colleague.name, status: "" });
  say(mariana, 6, "Alguém aí?");
  say(mariana, 2, "https://clinica-patas.example/agenda funciona pra marcar?");

  states(open, say, reply);
  nasty(open, say, reply, { trick, file, photos });
  crowd(open, say, reply);
  letters(mariana);
}

function states(open_, say_, reply_) {
  const joao = open_("João Pedro Albuquerque", "5521998877665", { answerer: "person", assignee: { id: me.id, name: me.name }, unread: 1, window: { open: true, closes_at: ago(-42) } });
  say_(joao, 90, "Boa tarde, vocês fazem raio-x?");
  say_(joao, 88, "", { direction: "system", type: "system", subtype: "taken", author: "person", author_name: me.name, status: "" });
  const out = (minutes, text, fields) => reply_(joao, minutes, text, { author: "person", author_name: me.name, ...fields });
  out(86, "Fazemos sim, João! Sem agendamento, das 8h às 18h.", { status: "read" });
  out(85, "O valor é R$ 180,00 por projeção.", { status: "delivered" });
  out(84, "Posso reservar um horário?", { status: "sent" });
  out(60, "João, segue o endereço: Rua das Acácias, 120", { status: "unconfirmed" });
  out(59, "João, segue o endereço: Rua das Acácias, 120", { status: "sent", possible_duplicate: true });
  out(30, "Promoção de banho!", { status: "failed", failure: { code: "131049", title: "Not delivered to maintain healthy ecosystem engagement", details: "" } });
  say_(joao, 21, "", { type: "location", content: { latitude: -22.9519, longitude: -43.2105, name: "Clínica Botafogo", address: "Rua Voluntários da Pátria, 190" } });
  say_(joao, 20, "", { type: "contacts", content: { contacts: [{ name: "Dr. Paulo Vet", phones: ["+55 21 97777-1234"] }] } });
  say_(joao, 12, "", { revoked: true });
  say_(joao, 11, "", { type: "unsupported", subtype: "poll_creation" });
  say_(joao, 10, "", { type: "video", media: [{ id: uuid(), mime_type: "video/mp4", filename: "", size: 4_200_000, voice: false, state: "pending", url: "/api/v1/media/x" }] });
  say_(joao, 9, "Obrigado 🙏");
  out(1, "Imagina! Qualquer coisa é só chamar.", { status: "accepted" });

  const ana = open_("Ana Clara Bittencourt", "5531977776666", { answerer: "person", assignee: colleague });
  say_(ana, 34, "Meu gato pode tomar dipirona?");
  reply_(ana, 30, "Oi Ana, aqui é o Rafael. Nunca sem orientação, tá? Quantos quilos ele tem?", { author: "person", author_name: colleague.name, status: "delivered" });

  const closed = open_("Luiz Fernando", "5541966665555", { window: { open: false, closes_at: ago(60 * 4) }, answerer: "person", assignee: { id: me.id, name: me.name } });
  say_(closed, 60 * 28, "Vou pensar e te falo amanhã");

  const out2 = open_("Dona Célia", "5511955554444", { answerer: "flow" });
  out2.contact.opted_out = true;
  say_(out2, 60 * 3, "SAIR");
  reply_(out2, 60 * 3 - 1, "Pronto, você não recebe mais mensagens nossas. Para voltar, escreva VOLTAR.");
}

function nasty(open_, say_, reply_, { trick, file: asFile, photos }) {
  const eve = open_("\u202Eetneinegamu <script>alert(1)</script>", "5511944443333", { unread: 12 });
  say_(eve, 44, "<img src=x onerror=alert(1)> <b>negrito?</b> {{ 7*7 }}");
  say_(eve, 43, "Operadora: \u202Eodagap áj etelob\u202C confirme em javascript:alert(1) ou https://раypal.com/login ou https://banco.example@evil.example/pix");
  say_(eve, 42, "S\u200BAIR invis\u2060ível, família 👨‍👩‍👧‍👦 e bandeira 🏴󠁧󠁢󠁥󠁮󠁧󠁿 inteiras, café\u0301");
  say_(eve, 41, "", { type: "document", media: [asFile(trick)] });
  say_(eve, 40, "A".repeat(3000) + " fim");
  say_(eve, 39, "😂🔥".repeat(3000));
  say_(eve, 38, "مرحبا، أريد حجز موعد لقطتي غدا");
  say_(eve, 37, "*negrito* _itálico_ ~riscado~ ```código``` 2*3*4 snake_case_name");
  say_(eve, 36, "🐶");
  say_(eve, 35, "", { type: "sticker", media: [asFile(photos[1])] });
  reply_(eve, 33, "Não entendi. Pode escrever de outro jeito?", { status: "queued" });
}

function crowd(open_, say_, reply_) {
  const names = ["Bruno Cardoso", "Camila Ferraz", "Diego Ramos", "Elisa Monteiro", "Fábio Lacerda", "Gabriela Pinto", "Heitor Valente", "Isadora Prado", "Jonas Meireles", "Karina Duarte", "Leandro Farias", "Marcela Couto"];
  const texts = ["Quanto custa a consulta?", "Meu cachorro comeu chocolate!!", "Consegue encaixar hoje à tarde?", "Obrigada, até amanhã 😊", "Pode ser às 15h30", "Segue o comprovante do Pix"];
  for (let n = 0; n < 160; n += 1) {
    const name = names[n % names.length] + (n >= names.length ? ` ${Math.floor(n / names.length) + 1}` : "");
    const conversation = open_(name, `55119${String(30000000 + n * 7919)}`, n % 5 === 1 ? { state: "waiting", waiting_since: ago(30 + n * 3), state_reason: "handoff" } : n % 5 === 2 ? { state: "archived", archived_at: ago(n * 9), window: null } : {});
    say_(conversation, 50 + n * 11, texts[n % texts.length]);
    if (n % 2) reply_(conversation, 49 + n * 11, "Claro! Qual é o nome do pet?", { status: n % 3 ? "delivered" : "read" });
    conversation.unread = n % 4 === 0 ? (n % 7) + 1 : 0;
  }
}

function letters(conversation) {
  state.deadLetters = [
    { id: uuid(), kind: "inbox", summary: "Mensagem de +55 11 98765-4321", cause: "flow.unknown_node: o nó “confirma_horario” não existe na versão 7", attempts: 3, died_at: ago(26), state: "dead", conversation_id: conversation.id },
    { id: uuid(), kind: "outbox", summary: "Resposta para +55 21 99887-7665", cause: "131026: o destinatário não pôde receber a mensagem", attempts: 5, died_at: ago(130), state: "dead", conversation_id: null },
    { id: uuid(), kind: "job:media.fetch", summary: "Buscar mídia 8c1f…e2", cause: "TimeoutError: graph.facebook.com não respondeu em 20 s", attempts: 5, died_at: ago(60 * 20), state: "dead", conversation_id: conversation.id },
  ];
}

