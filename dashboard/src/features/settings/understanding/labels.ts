/** What is each intent called at the screen, and what does it mean? */

interface LabelText {
  name: string;
  means: string;
}

const labelTexts: Record<string, LabelText> = {
  greeting: { name: "Saudação", means: "Só abre a conversa: oi, bom dia" },
  goodbye: { name: "Despedida", means: "Encerra a conversa: até mais, tchau" },
  thanks: { name: "Agradecimento", means: "Agradece: obrigada, valeu" },
  affirm: { name: "Confirmação", means: "Concorda com o que foi perguntado: isso, pode ser" },
  deny: { name: "Negação", means: "Recusa o que foi perguntado: não, deixa" },
  help: { name: "Ajuda", means: "Quer saber o que este número faz" },
  human_handoff: { name: "Falar com uma pessoa", means: "Pede um atendente" },
  complaint: { name: "Reclamação", means: "Reclama do serviço ou do produto" },
  opening_hours: { name: "Horário de funcionamento", means: "Pergunta quando está aberto" },
  location: { name: "Endereço", means: "Pergunta onde fica" },
  price_question: { name: "Preço", means: "Pergunta quanto custa" },
  payment_methods: { name: "Formas de pagamento", means: "Pergunta como pode pagar" },
  opt_out: { name: "Parar de receber", means: "Não quer mais mensagens" },
  privacy_request: { name: "Dados pessoais", means: "Pede acesso, correção ou exclusão dos seus dados" },
  book_appointment: { name: "Agendar", means: "Quer marcar um horário" },
  reschedule_appointment: { name: "Remarcar", means: "Quer mudar um horário marcado" },
  cancel_appointment: { name: "Desmarcar", means: "Quer cancelar um horário marcado" },
  check_availability: { name: "Horários livres", means: "Pergunta que horários há, ainda sem marcar" },
  list_appointments: { name: "Meus agendamentos", means: "Quer ver o que já marcou" },
  register_pet: { name: "Cadastrar pet", means: "Quer cadastrar um animal" },
  pet_health_question: { name: "Saúde do pet", means: "Pede conselho sobre a saúde de um animal" },
  car_search: { name: "Procurar carro", means: "Quer uma indicação ou ver o estoque" },
  car_details: { name: "Detalhes de um carro", means: "Pergunta de um carro já mostrado" },
  compare_cars: { name: "Comparar carros", means: "Quer comparar modelos" },
  refine_search: { name: "Mudar a busca", means: "Troca os critérios da busca em curso" },
  financing: { name: "Financiamento", means: "Quer financiar ou simular parcelas" },
  trade_in: { name: "Troca", means: "Quer dar um carro na troca" },
  test_drive: { name: "Test drive", means: "Quer experimentar um carro" },
  interested: { name: "Tem interesse", means: "Aceita uma oferta que recebeu" },
  not_interested: { name: "Sem interesse", means: "Recusa uma oferta que recebeu" },
  wrong_number: { name: "Número errado", means: "Não é a pessoa procurada" },
  already_paid: { name: "Já pagou", means: "Diz que a dívida está paga" },
  promise_to_pay: { name: "Promessa de pagamento", means: "Promete pagar em uma data" },
  negotiate_debt: { name: "Negociar dívida", means: "Pede condições melhores" },
  duplicate_bill: { name: "Segunda via", means: "Pede o boleto de novo" },
  schedule_meeting: { name: "Marcar reunião", means: "Quer reunião ou ligação com a equipe" },
  query_agenda: { name: "Consultar agenda", means: "Dono ou equipe: quer ler a agenda" },
  query_clients: { name: "Consultar clientes", means: "Dono ou equipe: procura clientes" },
  query_contracts: { name: "Consultar contratos", means: "Dono ou equipe: procura contratos" },
  query_campaigns: { name: "Consultar campanhas", means: "Dono ou equipe: procura campanhas" },
  create_campaign: { name: "Criar campanha", means: "Dono ou equipe: prepara um disparo" },
  analytics_query: { name: "Números do negócio", means: "Dono ou equipe: pede resultados" },
  inactive_clients_query: { name: "Clientes sumidos", means: "Dono ou equipe: quem não voltou" },
  memorize: { name: "Guardar na memória", means: "Dono ou equipe: manda guardar uma regra ou um fato" },
  generate_image: { name: "Gerar imagem", means: "Dono ou equipe: pede uma imagem agora" },
  delegate_message: { name: "Mandar avisar alguém", means: "Dono ou equipe: pede que a atendente escreva a alguém" },
  out_of_scope: { name: "Fora do escopo", means: "Nada do que está acima" },
};

export const labelName = (label: string): string => labelTexts[label]?.name ?? label;
export const labelMeans = (label: string): string => labelTexts[label]?.means ?? "";

/** Which intents does a person find who types this? All of them for nothing. */
export function findLabels(typed: string, among: readonly string[] = Object.keys(labelTexts)): string[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return among.filter((label) => {
    const text = plain(`${labelName(label)} ${labelMeans(label)} ${label.replaceAll("_", " ")}`);
    return words.every((word) => text.includes(word));
  });
}

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
