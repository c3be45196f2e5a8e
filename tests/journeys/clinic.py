"""What does the demo clinic's inbox look like on an ordinary afternoon?"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from tests.journeys.desk import Desk
from tests.journeys.people import Phone, World, until

_WAITING = (
    ("5511976543210", "João Pedro Lima", "Meu gato não está comendo desde ontem 😿"),
    ("5521998761234", "Lúcia Ferraz", "Vocês atendem calopsita?"),
    ("5511945671188", "Bruno Tavares", "A Mel pode tomar banho depois da vacina?"),
)
_WITH_THE_BOT = (("5531987650012", "Carla Dias", "horários"), ("5511933324455", "Renato Okada", "vacinas"))
_WITH_RAFAEL = (
    (
        "5511966677788",
        "Patrícia Gomes",
        "O resultado do exame da Luna já saiu?",
        "Saiu sim, Patrícia! Já te mando o laudo. 🐱",
    ),
    ("5519955544433", "Eduardo Sato", "Consigo remarcar o retorno do Bento?", "Claro! Quarta às 10h fica bom?"),
)


@dataclass(frozen=True, slots=True)
class Afternoon:
    """The conversation that is worth a picture."""

    conversation: str
    customer: str


async def fill(world: World, viviane: Desk, rafael: Desk) -> Afternoon:
    """Let customers write, bots answer, and colleagues talk with some of them."""
    for number, name, question, answer in _WITH_RAFAEL:
        phone = world.phone(number, name)
        await phone.reach_a_person()
        await act(rafael, phone, "take")
        await hear(rafael, phone, question)
        await say(rafael, phone, answer)
    for number, name, wish in _WITH_THE_BOT:
        await _ask_the_bot(world.phone(number, name), wish)
    done = world.phone("5511922213344", "Sônia Maria Alves")
    await done.reach_a_person()
    await act(viviane, done, "take")
    await say(viviane, done, "Dona Sônia, a Nina já pode vir buscar o remédio. Até mais! 🐾")
    await act(viviane, done, "close")
    for number, name, question in _WAITING:
        phone = world.phone(number, name)
        await phone.reach_a_person()
        await hear(viviane, phone, question)
    return await _talk(world, viviane)


async def _talk(world: World, viviane: Desk) -> Afternoon:
    ana = world.phone("5511987651020", "Ana Beatriz Souza")
    await ana.say("oi")
    await ana.heard("Como posso te ajudar")
    await ana.tap("Agendar consulta")
    await ana.heard("como se chama o seu pet")
    await ana.say("Thor")
    await ana.heard("Thor é…")
    await ana.tap("🐶 Cachorro")
    await ana.heard("está precisando")
    await ana.tap("Vacina")
    await ana.heard("Alguém combina o dia")
    await act(viviane, ana, "take")
    await say(viviane, ana, "Oi, Ana! Aqui é a Viviane, da recepção. Já vi que é a vacina do Thor. 💉")
    await hear(viviane, ana, "Isso! Ele faz 1 ano na semana que vem, acho que é a antirrábica")
    await hear(viviane, ana, "Pode ser sexta à tarde?")
    await note(viviane, ana, "Carteirinha em dia até a V10. Falta só a antirrábica.")
    await say(viviane, ana, "Sexta às 15h a Dra. Paula está livre. Posso reservar?")
    await ana.do(reaction="❤️")
    await hear(viviane, ana, "Perfeito, pode marcar! 🙏")
    conversation = await viviane.ask("GET", f"conversations/{ana.number}")
    return Afternoon(conversation["id"], ana.name)


async def _ask_the_bot(phone: Phone, wish: str) -> None:
    await phone.say("boa tarde")
    await phone.heard("Como posso te ajudar")
    await phone.say(wish)
    await phone.heard("Posso ajudar com mais" if wish == "horários" else "Quer que eu já veja")


async def act(desk: Desk, phone: Phone, verb: str) -> None:
    await desk.ask("POST", f"conversations/{phone.number}/{verb}", {})


async def note(desk: Desk, phone: Phone, text: str) -> None:
    await desk.ask("POST", f"conversations/{phone.number}/notes", {"text": text})


async def hear(desk: Desk, phone: Phone, text: str) -> None:
    """Let the customer write, and wait until it stands in the thread: the answer comes after."""
    await phone.say(text)

    async def there() -> bool:
        rows = (await desk.ask("GET", f"conversations/{phone.number}/messages"))["items"]
        return any(row["text"] == text for row in rows)

    await until(there, f"{text!r} in the thread")


async def say(desk: Desk, phone: Phone, text: str) -> None:
    """Send, and wait until the customer has read it: what they say next comes after."""
    await desk.ask(
        "POST", f"conversations/{phone.number}/send", {"text": text}, headers={"idempotency-key": str(uuid4())}
    )
    await phone.heard(text)

    async def read() -> bool:
        await phone.world.ask("POST", f"phones/{phone.number}/read", {})
        return any(one.get("text") == text and one["status"] == "read" for one in await phone.messages())

    await until(read, f"the customer's look at {text!r}")
