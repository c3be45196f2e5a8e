/** People in rows; on a phone, one under the other. */
import type { Person } from "@/api/contacts";
import { fullMoment, momentInSentence } from "@/lib/time";
import { Avatar } from "@/ui/avatar";
import { SafeText } from "@/ui/safe-text";

import { sourceName } from "../texts";
import { Chip } from "./controls";

export function PeopleTable({ people, onPerson }: { people: Person[]; onPerson: (id: string) => void }) {
  return (
    <table className="block w-full text-left text-list md:table">
      <thead className="sticky top-0 hidden border-b border-line bg-sunken text-sm text-ink-2 md:table-header-group">
        <tr>
          <th className="px-4 py-2 font-medium">Nome</th>
          <th className="px-4 py-2 font-medium">Telefone</th>
          <th className="px-4 py-2 font-medium">Etiquetas</th>
          <th className="px-4 py-2 font-medium">Origem</th>
          <th className="px-4 py-2 font-medium">Criado</th>
        </tr>
      </thead>
      <tbody className="block divide-y divide-line md:table-row-group">
        {people.map((one) => (
          <tr key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 hover:bg-hover md:table-row md:p-0 [&>td]:md:px-4 [&>td]:md:py-2" data-testid="contact-row">
            <td className="min-w-0 basis-full md:max-w-72">
              <button type="button" className="flex max-w-full min-w-0 items-center gap-2.5 text-left font-medium hover:underline" onClick={() => onPerson(one.id)}>
                <Avatar name={one.name || one.phone_shown} />
                <span className="truncate">
                  <SafeText text={one.name || "Sem nome"} max={80} />
                </span>
              </button>
            </td>
            <td className="text-ink-2 tabular-nums">{one.phone_shown || "–"}</td>
            <td className="min-w-0 md:max-w-64">
              <span className="flex flex-wrap gap-1">
                {one.opted_out_at && <span className="rounded-full bg-danger-soft px-2 py-0.5 text-sm text-danger-text">Descadastrado</span>}
                {one.tags.slice(0, 4).map((tag) => (
                  <Chip key={tag}>
                    <SafeText text={tag} max={24} />
                  </Chip>
                ))}
                {one.tags.length > 4 && <Chip>+{one.tags.length - 4}</Chip>}
              </span>
            </td>
            <td className="text-sm text-ink-2 md:text-list">{sourceName(one.source)}</td>
            <td className="text-sm whitespace-nowrap text-ink-2 md:text-list" title={fullMoment(one.created_at)}>
              {momentInSentence(one.created_at, Date.now())}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
