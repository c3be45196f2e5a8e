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
      [["/"], "Buscar na lista"],
      [["R"], "Responder"],
      [["N"], "Escrever uma nota interna"],
      [["A"], "Assumir a conversa"],
      [["E"], "Arquivar"],
      [["X"], "Marcar a conversa aberta"],
      [["Esc"], "Sair do campo de texto"],
    ],
  },
  {
    title: "Escrevendo",
    keys: [
      [["Enter"], "Enviar"],
      [["Shift", "Enter"], "Quebrar a linha"],
    ],
  },
];

export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog label="Atalhos do teclado" onClose={onClose} className="w-[min(92vw,440px)]">
      <div className="p-5">
        <h2 className="text-lg font-semibold">Atalhos do teclado</h2>
        {groups.map((group) => (
          <section key={group.title} className="mt-4">
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
    </Dialog>
  );
}
