"""Which words name times, and which hold a sentence about times together?

Words as they stand after normalising: lower case, no accents. `KINDS` gives each kind of `tags` its words, `VALUES` what those
with a meaning of their own stand for.
"""

from __future__ import annotations

from typing import Final


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set, so that long lists of them stay readable."""
    return frozenset(text.split())


KINDS: Final = {
    "DE": "de da do dos d di du",
    "DAS": "das",
    "DESSE": "desse deste dessa desta desses destes dessas destas daquele daquela",
    "EM": "em na no nas nos numa",
    "NESSE": "nesse neste nessa nesta nesses nestes nessas nestas",
    "ESSE": "esse este essa esta esses estes essas estas aquele aquela",
    "A": "a",
    "AO": "ao aos",
    "AS": "as ass",
    "O": "o os",
    "PELA": "pela pelas pelo pelos plas",
    "PRA": "pra pro para p pras pros pa",
    "ATE": "ate",
    "ENTRE": "entre",
    "DESDE": "desde",
    "ANTES": "antes ante",
    "DEPOIS": "depois dps dpois despois",
    "APOS": "apos pos",
    "PARTIR": "partir",
    "DIANTE": "diante adiante frente",
    "E": "e",
    "OU": "ou",
    "QUE": "que q ki",
    "VEM": "vem vier vindouro vindoura vindouros vindouras vindo entra",
    "PROX": "proximo proxima prox proximos proximas prximo prxima",
    "PASS": "passado passada passados passadas pasado pasada",
    "ULT": "ultimo ultima ultimos ultimas",
    "SEG": "seguinte seguintes subsequente subsequentes",
    "ANTERIOR": "anterior anteriores",
    "OUTRO": "outro outra outros outras",
    "RETRA": "retrasado retrasada retrasados",
    "HA": "ha",
    "FAZ": "faz fazem fazia",
    "TEM": "tem",
    "ATRAS": "atras",
    "DAQUI": "daqui dqui daki daq",
    "DENTRO": "dentro",
    "TODO": "todo toda todos todas td tds tda tdo todso",
    "CADA": "cada",
    "QUALQUER": "qualquer qlqr qualqer",
    "UNS": "uns umas",
    "ABOUT": "cerca aproximadamente quase apenas so exatamente",
    "PERTO": "perto volta tipo torno",
    "MAIS": "mais",
    "MENOS": "menos",
    "SEMP": "sem",
    "SER": "ser",
    "NAO": "nao n naum nunca num nem",
    "EXCETO": "exceto fora tirando salvo excepto",
    "DEMAIS": "demais",
    "LA": "la",
    "DURANTE": "durante",
    "SEC": "segundos segs segundinho segundinhos",
    "MINU": "minuto minutos min mins minutinho minutinhos minutim minut",
    "HORA": "hora horas hr hrs hs h horinha horinhas hras hor",
    "DIA": "dia dias diazinho diazinhos",
    "SEM": "semana semanas semaninha semaninhas",
    "QUINZ": "quinzena quinzenas",
    "MES": "mes meses mesinho mesinhos mez",
    "BIM": "bimestre bimestres",
    "TRI": "trimestre trimestres trim",
    "SEMES": "semestre semestres",
    "ANO": "ano anos aninho aninhos",
    "DECA": "decada decadas",
    "MEIO": "meio",
    "MEIA": "meia",
    "MEADOS": "meados metade",
    "INICIO": "comeco comecinho inicio inicinho principio",
    "FIM": "fim final finzinho finalzinho fins finais fin fnl termino",
    "FDS": "fds finde findi fimdesemana finaldesemana fsemana",
    "MANHA": "manha manhazinha manhas manhazita mnha mha",
    "TARDE": "tarde tardes tardezinha trde",
    "NOITE": "noite noites noitinha noitao nt noit",
    "MADRU": "madrugada madrugadas madruga madrugadinha",
    "ALMOCO": "almoco almoso",
    "CEDO": "cedo cedinho",
    "TARDINHA": "tardinha",
    "EXPED": "expediente",
    "MEIODIA": "meiodia meidia",
    "MEIANOITE": "meianoite",
    "QUARTO": "quarto quartos",
    "PONTO": "ponto",
    "POUCO": "pouco pouquinho tanto tantas poucas pouca cacetada",
    "AGORA": "agora agorinha",
    "ONTEM": "ontem onti onte ontei",
    "REL": (
        "hoje hj hoj oje hojee oj amanha amanhan amanhazinha amnha amnh amn amanh amnaha amaha amanah ammanha amh "
        "amanhaa amnhaa depoisdeamanha depoisdamanha dpsdeamanha "
        "anteontem antiontem antontem antonti anteonte transanteontem"
    ),
    "WO": "segunda terca quarta quinta sexta",
    "WD": "sabado sabadao sabadinho sab sabadu domingo domingao domingueira domingu domig",
    "WA": "seg ter qua qui sex dom",
    "WPL": "segundas tercas quartas quintas sextas sabados domingos",
    "FEIRA": "feira feiras fera fra f",
    "UTIL": "util uteis",
    "MO": "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "MA": "jan fev mar abr mai jun jul ago set out nov dec sept",
    "SEASON": "verao outono inverno primavera",
    "MIL": "mil milhao milhoes",
    "PCT": "pct porcento",
    "CUR": "",
    "EVERY": "diariamente semanalmente quinzenalmente mensalmente bimestralmente trimestralmente semestralmente anualmente",
    "PERIOD": "parte periodo turno horario",
    "SIM": "sim",
    "POR": "por",
    "FERIADO": "feriado feriadao feriadinho",
    "LIMIT": "maximo tardar prazo",
    "BUSY": (
        "ocupado ocupada viajando trabalho complicado ruim dificil impossivel lotado cheio cheia apertado "
        "apertada corrido"
    ),
    "EVE": "vespera vesperas antevespera",
    "AMPM": "am pm",
    "CNT": (
        "real reais conto contos pila pilas mango mangos prata pratas centavo centavos dolar dolares euro euros "
        "km kms quilometro quilometros metro metros m2 cm mm litro litros lt lts ml kg kgs quilo quilos kilo "
        "kilos grama gramas gr graus cv cavalos gb mb mg vez vezes parcela parcelas prestacao prestacoes pessoa "
        "pessoas unidades cota cotas caixa caixas pacote pacotes item itens dose doses comprimido comprimidos "
        "cachorro cachorros cachorra cachorras gato gatos gata gatas pet pets filhote filhotes carro carros "
        "cliente clientes contrato contratos convidado convidados aluno alunos funcionario funcionarios bilhete "
        "bilhetes estrela estrelas porta portas lugares andar andares caes filho filhos filha filhas vaga vagas "
        "foto fotos peca pecas sessao sessoes aula aulas lote lotes moto motos boleto boletos banho banhos "
        "agendamento agendamentos leads contato contatos mensagem mensagens disparo disparos passageiros pneus "
        "rodas gotas latas sacos sacas mudas mesas cadeiras noivas amigos amigas irmaos criancas"
    ),
    "ORDN": (
        "via vias opcao opcoes rua ruas pergunta tentativa etapa casa partes serie basica turma edicao fase camada linha "
        "coluna fila loja unidade avenida posicao marcha chance mao guerra colocado colocada geracao temporada "
        "instancia camisa pagina prova janela mesa entrada opiniao categoria classe vacina lugar alternativa "
        "faixa estacao esquina quadra travessa lingua cor idade consulta reuniao revisao sala divisao folha "
        "cirurgia cria ninhada gestacao gravidez filial mensalidade cobranca ligacao reclamacao visita avaliacao "
        "versao rodada semestralidade intencao natureza maior melhor menor pior dama mulher namorada esposa "
        "temporadas turmas"
    ),
    "BYE": (
        "tchau xau tchauzinho abraco abracos bjs bj beijo beijos beijao obrigado obrigada obg obgd obrigadao "
        "valeu vlw flw grato grata brigado brigada gratidao"
    ),
    "MOVE": (
        "adiantar adianta adiantou remarcar reagendar mudar passar trocar adiar transferir antecipar remarca "
        "reagenda muda passa troca adia "
        "transfere antecipa mude passe troque mudou passou mudaram remarcaram remarcado alterar altera jogar joga "
        "empurrar empurra puxar puxa desmarcar desmarca"
    ),
    "VP": (
        "paguei dei fui comprei liguei mandei enviei recebi marquei agendei levei falei conversei estive vim fiz "
        "deixei passei entreguei pedi cancelei remarquei fechei assinei quitei depositei transferi chegou "
        "chegaram foi foram pagou comprou ligou mandou enviou recebeu marcou levou veio vieram fez deixou comecou "
        "terminou aconteceu atendeu atenderam caiu nasceu morreu vomitou operou tomou tomei comeu saiu perdi "
        "perdeu esqueci vacinei vacinou venceu abri abriu paramos fizemos fomos falamos compramos marcamos trouxe "
        "busquei buscou usei vi viu tive teve tivemos estava estavam era eram tava tavam tinha quebrou adoeceu "
        "fugiu cheguei voltei voltou regressei regressou aluguei vendi vendeu vendemos faturamos faturou gastamos "
        "nasci casei casou mudei viajei "
        "viajou encontrei conheci trabalhei trabalhou estudei dormi acordei comecei terminei acabei acabou "
        "acabaram aprendi escrevi respondi respondeu responderam perguntei avisei avisou avisaram combinei "
        "cobraram cobrou debitou debitaram descontou descontaram caducou expirou parou parei quebrei "
        "bati troquei consertei consertou reservei solicitei solicitou retirei retirou apareceu apareceram "
        "sumiu pedimos ligamos mandamos recebemos chegamos voltamos vimos viemos fiquei faltei faltou "
        "entrei entrou aderi financiei trouxeram levaram buscaram entregaram mandaram ligaram pagaram "
        "compraram disseram disse falou esteve estiveram ocorreu houve atrasei atrasou queimou lancou publicaram "
        "postei postou depilei cortei tosou tosaram banharam atendi vencia caiam fecharam existiu viveu "
        "regresse parti cancelou cancelaram confirmei confirmou"
    ),
    "VN": (
        "coloca coloque bota deixa deixe poe ajusta corrige quero queria gostaria vou vai vamos vao posso pode "
        "podem podemos poderia podia consigo consegue "
        "conseguem quer querem preciso precisa precisamos precisava abre abrem fecha fecham atende atendem marca "
        "marque agenda agende temos tenho dao funciona vence vencem cai chega chegam volto voltam venho pago "
        "pagamos passo estarei estou to tou ta estao fica ficar seria sera serao serei voltarei regressarei "
        "sairei irei ire iremos estaremos estarao pagarei ligarei passarei chegarei comeca comecam termina "
        "terminam sai saio viajo marcar agendar reservar prefiro prefere serve rola bora liga ligue manda mande "
        "confirma confirmar levo leva trago traz busco busca retiro vende trabalha trabalham faremos farei terei "
        "terao havera deve devo deveria"
    ),
}
VALUES: Final[dict[str, int]] = {
    "hoje": 0, "hj": 0, "hoj": 0, "oje": 0, "hojee": 0, "oj": 0,
    "anteontem": -2, "antiontem": -2, "antontem": -2, "antonti": -2, "anteonte": -2, "transanteontem": -3,
    "amanha": 1, "amanhan": 1, "amanhazinha": 1, "amnha": 1, "amnh": 1, "amn": 1, "amanh": 1, "amnaha": 1, "amaha": 1,
    "depoisdeamanha": 2, "depoisdamanha": 2, "dpsdeamanha": 2, "amanah": 1, "ammanha": 1, "amh": 1, "amanhaa": 1, "amnhaa": 1,
    "ontem": -1, "onti": -1, "onte": -1, "ontei": -1,
    "segunda": 0, "seg": 0, "segundas": 0, "terca": 1, "ter": 1, "tercas": 1,
    "quarta": 2, "qua": 2, "quartas": 2, "quinta": 3, "qui": 3, "quintas": 3,
    "sexta": 4, "sex": 4, "sextas": 4, "sabado": 5, "sab": 5, "sabadao": 5, "sabadinho": 5, "sabadu": 5,
    "sabados": 5, "domingo": 6, "dom": 6, "domingao": 6, "domingueira": 6, "domingu": 6, "domig": 6, "domingos": 6,
    "janeiro": 1, "jan": 1, "fevereiro": 2, "fev": 2, "marco": 3, "mar": 3, "abril": 4, "abr": 4, "maio": 5, "mai": 5,
    "junho": 6, "jun": 6, "julho": 7, "jul": 7, "agosto": 8, "ago": 8, "setembro": 9, "set": 9, "sept": 9, "outubro": 10,
    "out": 10, "novembro": 11, "nov": 11, "dezembro": 12, "dec": 12,
    "primavera": 9, "verao": 12, "outono": 3, "inverno": 6,
    "diariamente": 1, "semanalmente": 7, "quinzenalmente": 15, "mensalmente": 30, "bimestralmente": 60,
    "trimestralmente": 90, "semestralmente": 180, "anualmente": 365, "am": 0, "pm": 12,
}  # fmt: skip
ORDINALS: Final = {
    "primeiro": 1, "primeira": 1, "primeiros": 1, "primeiras": 1, "segundo": 2, "terceiro": 3, "terceira": 3, "quinto": 5,
    "sexto": 6, "setimo": 7, "setima": 7, "oitavo": 8, "oitava": 8, "nono": 9, "nona": 9, "decimo": 10, "decima": 10,
}  # fmt: skip
"""Not those that are days of the week: "segunda" to "sexta" are both."""
NUMBERS: Final = {
    "zero": 0, "um": 1, "uma": 1, "hum": 1, "dois": 2, "duas": 2, "doi": 2, "tres": 3, "treis": 3, "quatro": 4, "cinco": 5,
    "seis": 6, "sete": 7, "oito": 8, "nove": 9, "dez": 10, "onze": 11, "doze": 12, "treze": 13, "quatorze": 14, "catorze": 14,
    "quinze": 15, "dezesseis": 16, "dezasseis": 16, "dezessete": 17, "dezassete": 17, "dezoito": 18, "dezenove": 19,
    "dezanove": 19, "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50, "sessenta": 60, "setenta": 70, "oitenta": 80,
    "noventa": 90, "cem": 100, "cento": 100, "duzentos": 200, "trezentos": 300, "quatrocentos": 400, "quinhentos": 500,
    "seiscentos": 600, "setecentos": 700, "oitocentos": 800, "novecentos": 900,
}  # fmt: skip
CAR_WORDS: Final = words(
    "carro carros veiculo moto suv hatch sedan picape pickup caminhonete onix corolla civic gol hb20 polo fox "
    "uno palio strada hilux ranger s10 kwid sandero duster renegade compass tracker creta kicks fit city hr-v "
    "hrv cr-v tiguan jetta golf voyage saveiro fiesta ka ecosport cobalt prisma cruze spin celta corsa astra "
    "vectra logan march versa sentra etios yaris argo mobi toro cronos siena punto idea doblo fiat ford "
    "chevrolet volkswagen vw toyota honda hyundai nissan renault peugeot citroen jeep kia bmw audi mercedes "
    "mitsubishi motor flex automatico manual cambio rodado rodados quilometragem seminovo usado fipe modelo "
    "ano/modelo tabela cilindradas cg titan biz fan bros xre km"
)
"""Where one of these stands, a bare year is the year of a car."""
