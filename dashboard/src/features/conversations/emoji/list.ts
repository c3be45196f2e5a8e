/** Which emoji does the desk offer, and by which Portuguese words are they found? */

export interface Emoji {
  emoji: string;
  /** The first word is its name. */
  words: string[];
}

export interface EmojiGroup {
  title: string;
  emoji: Emoji[];
}

/** What a customer is answered with most; the first of them by one press. */
export const QUICK = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

// One line an emoji: the picture, then its name and the words people look for it by.
const GROUPS: [string, string][] = [
  [
    "Rostos",
    `😀 sorriso feliz alegre contente|😃 risonho feliz alegre|😄 sorridente feliz olhos|😁 radiante sorriso dentes|😆 gargalhada rindo|😅 alívio suor nervoso
😂 chorando de rir risada kkk|🤣 rolando de rir risada kkk|🙂 leve sorriso|🙃 ponta cabeça ironia|😉 piscadinha piscando|😊 corado feliz simpático
😇 anjo santo|🥰 carinho amor corações|😍 apaixonado amor olhos|🤩 encantado estrelas uau|😘 beijo beijinho|😋 delícia gostoso
😜 brincando língua|🤪 maluco doido|🤗 abraço acolhimento|🤭 risinho ops|🤫 silêncio segredo|🤔 pensando dúvida hmm
🤨 desconfiado sobrancelha|😐 neutro sério|😑 sem expressão|🙄 revirando olhos|😏 malicioso|😬 careta tenso sem graça
😌 aliviado calmo paz|😔 pensativo triste|😴 dormindo sono|🤒 doente febre|🤧 espirro gripe resfriado|🥵 calor quente
🥶 frio gelado|😎 óculos legal estiloso|🤓 estudioso nerd|😕 confuso|😟 preocupado|🙁 triste chateado
😮 surpreso uau espanto|😲 chocado espantado|🥺 pedindo por favor olhinhos|😢 chorando triste lágrima|😭 aos prantos choro|😱 medo susto grito
😞 decepcionado|😩 cansado exausto|😤 bufando bravo|😡 bravo raiva irritado|🤯 cabeça explodindo|🥳 festa comemorando parabéns`,
  ],
  [
    "Mãos e pessoas",
    `👍 joinha positivo ok legal certo|👎 negativo não ruim|👏 palmas parabéns aplausos|🙌 mãos para cima viva comemorar|🙏 obrigado por favor prece gratidão|🤝 acordo fechado aperto de mão
👋 tchau oi aceno olá|✋ mão pare|👌 perfeito ok|✌️ paz vitória|🤞 dedos cruzados torcendo sorte|🤙 me liga beleza
👉 aponta direita aqui|👈 aponta esquerda|👆 aponta cima acima|👇 aponta baixo abaixo|☝️ atenção um dedo|💪 força músculo
🫶 coração com as mãos carinho|✍️ escrevendo anotando|👀 olhos olhando vendo|🧠 cérebro inteligente|👶 bebê nenê|👩 mulher
👨 homem|👵 senhora avó|👴 senhor avô|👪 família|🧑‍⚕️ médico saúde doutor|🧑‍💻 trabalhando computador
🤷 não sei dúvida|🤦 vergonha não acredito|🙋 eu levantando a mão|🙇 desculpa perdão|💁 informação atendente|🏃 correndo pressa`,
  ],
  [
    "Corações e sinais",
    `❤️ coração amor vermelho|🧡 coração laranja|💛 coração amarelo|💚 coração verde|💙 coração azul|💜 coração roxo
🖤 coração preto|🤍 coração branco|💔 coração partido|💕 dois corações|✨ brilho novo limpo|⭐ estrela favorito
🔥 fogo sucesso quente|💯 cem perfeito|✅ certo feito confirmado ok|☑️ marcado feito|❌ errado não cancelado|❗ atenção importante
❓ pergunta dúvida|⚠️ aviso cuidado alerta|🚫 proibido não pode|🔴 vermelho urgente|🟡 amarelo atenção|🟢 verde livre ok
➡️ seta direita próximo|⬅️ seta esquerda|🔄 repetir atualizar de novo|🆗 ok|🆕 novo novidade|💬 conversa mensagem balão
🎉 festa parabéns comemorar|🎊 confete festa|🎁 presente brinde|🎂 bolo aniversário parabéns|🏆 troféu prêmio|🥇 primeiro medalha`,
  ],
  [
    "Trabalho e dia a dia",
    `📅 calendário data agenda|📆 dia agendar|⏰ horário despertador relógio|⏳ esperando ampulheta aguarde|🕐 hora relógio|📞 telefone ligar
📱 celular whatsapp|💻 computador notebook|📧 e-mail email|✉️ carta mensagem envelope|📎 anexo clipe|📄 documento página arquivo
📋 lista prancheta|📝 anotação nota formulário|📌 fixado importante|📍 local endereço localização|🗺️ mapa|🔗 link endereço
📷 foto câmera|🎥 vídeo filmagem|🎤 áudio microfone voz|🔊 som alto|🔔 sino aviso lembrete|🔍 buscar lupa procurar
🔑 chave|🔒 cadeado seguro|🛠️ conserto ferramentas manutenção|⚙️ configuração engrenagem|💡 ideia lâmpada|📈 subiu gráfico crescimento
📉 caiu gráfico|📦 pacote entrega encomenda caixa|🚚 entrega caminhão frete|🛒 carrinho compra|🏷️ etiqueta preço promoção|🧾 recibo nota cupom
💰 dinheiro valor|💵 notas dinheiro|💳 cartão pagamento|🏦 banco|🤑 dinheiro lucro|🏠 casa lar
🏢 empresa escritório prédio|🏥 hospital clínica saúde|🏫 escola|✈️ avião viagem|🚗 carro|🏍️ moto`,
  ],
  [
    "Bichos, comida e tempo",
    `🐶 cachorro cão pet|🐱 gato pet|🐰 coelho|🐹 hamster|🐦 pássaro ave|🐠 peixe
🐴 cavalo|🐢 tartaruga|🐾 patinhas pet|🦴 osso pet|💉 vacina injeção|💊 remédio comprimido
🩺 consulta estetoscópio|🛁 banho banheira|✂️ tosa tesoura cortar|☕ café|🍕 pizza|🍔 lanche hambúrguer
🍰 doce sobremesa bolo|🍎 fruta maçã|🍽️ refeição prato almoço jantar|🍻 brinde cerveja|🥂 brinde champanhe|💧 água gota
☀️ sol dia calor|🌤️ sol com nuvens|☁️ nuvem nublado|🌧️ chuva|⛈️ tempestade|🌙 noite lua
🌈 arco-íris|🌹 rosa flor|🌻 girassol flor|🌱 planta muda|🎄 natal árvore|🇧🇷 brasil bandeira`,
  ],
];

export const groups: EmojiGroup[] = GROUPS.map(([title, lines]) => ({
  title,
  emoji: lines.split(/[|\n]/u).map((line) => {
    const [emoji = "", ...words] = line.split(" ");
    return { emoji, words };
  }),
}));
