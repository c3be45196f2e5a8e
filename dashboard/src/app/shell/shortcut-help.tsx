/** Which keys are there? */
import { modKey } from "@/lib/shortcuts";
import { Dialog } from "@/ui/dialog";
import { Kbd } from "@/ui/kbd";

const groups: { title: string; keys: [string[], string][] }[] = [
  {
    title: "Em toda parte",
    keys: [
      [[modKey, "K"], "Buscar conversas e ações"],
      [["?"], "Mostrar estes atalhos"],
    ],
  },
  {
    title: "Conversas",
    keys: [
      [["J"], "Próxima conversa"],
      [["K"], "Conversa anterior"],
      [["1"], "Ativas"],
      [["2"], "Aguardando"],
      [["3"], "Arquivadas"],
      [["/"], "Buscar; Enter leva ao que foi achado"],
      [["F"], "Filtrar a lista"],
      [["X"], "Marcar a conversa aberta"],
    ],
  },
  {
    title: "Conversa aberta",
    keys: [
      [["A"], "Assumir"],
      [["R"], "Responder"],
      [["N"], "Escrever uma nota interna"],
      [["M"], "Enviar um modelo"],
      [["T"], "Passar a outra pessoa ou equipe"],
      [["B"], "Devolver ao robô"],
      [["W"], "Marcar como aguardando"],
      [["E"], "Arquivar"],
      [["P"], "Mostrar ou esconder detalhes"],
    ],
  },
  {
    title: "Mensagens",
    keys: [
      [["↑", "↓"], "Escolher uma mensagem"],
      [["Q"], "Citar a mensagem na resposta"],
      [["G"], "Reagir com um emoji"],
    ],
  },
  {
    title: "Escrevendo",
    keys: [
      [["Enter"], "Enviar"],
      [["Shift", "Enter"], "Quebrar a linha"],
      [["/"], "Resposta rápida, no começo do texto"],
      [[":"], "Emoji pelo nome, como :joinha"],
      [["@"], "Chamar um colega, em uma nota"],
      [["Esc"], "Sair do campo"],
    ],
  },
];

export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog label="Atalhos do teclado" onClose={onClose} className="w-[min(92vw,760px)]">
      <div className="p-5">
        <h2 className="text-lg font-semibold">Atalhos do teclado</h2>
        <div className="columns-1 gap-8 sm:columns-2">
        {groups.map((group) => (
          <section key={group.title} className="mt-4 break-inside-avoid">
            <h3 className="mb-1 text-sm font-medium text-ink-3">{group.title}</h3>
            <dl>
              {group.keys.map(([names, meaning]) => (
                <div key={meaning} className="flex items-center justify-between border-b border-line py-1.5 text-list last:border-0">
                  <dt>{meaning}</dt>
                  <dd className="flex gap-1">
                    {names.map((name) => (
                      <Kbd key={name}>{name}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        </div>
      </div>
    </Dialog>
  );
}
