/** How does one flow stand? */
import { Archive, Copy, Ellipsis } from "lucide-react";

import { type FlowSummary, flowsApi } from "@/api/flows";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { formatCount } from "@/lib/numbers";
import { fullMoment, momentInSentence } from "@/lib/time";
import { IconButton } from "@/ui/button";
import { Menu, MenuItem } from "@/ui/menu";
import { SafeText } from "@/ui/safe-text";
import { Pill } from "@/ui/state-badge";
import { notify } from "@/ui/toast";

import { useArchiveFlow, useCreateFlow } from "../../mutations";
import { plural } from "../../texts";

export function FlowRow({ flow, onOpen }: { flow: FlowSummary; onOpen: (flowId: string) => void }) {
  const mayWrite = useMay("flows:write");
  return (
    <tr className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 transition-colors hover:bg-hover md:table-row md:p-0 [&>td]:md:px-4 [&>td]:md:py-3" data-testid="flow-row" data-id={flow.id}>
      <td className="basis-[calc(100%-3rem)] md:basis-auto">
        <button type="button" onClick={() => onOpen(flow.id)} className="text-left font-medium after:absolute after:inset-0 md:after:content-none">
          <SafeText text={flow.name} max={80} />
        </button>
        <span className="block text-sm text-ink-3">{flow.bot ? `${flow.bot.name}${flow.is_entry ? " · começa por aqui" : ""}` : "Compartilhado"}</span>
      </td>
      <td>
        <Standing flow={flow} />
      </td>
      <td className="text-sm text-ink-2 tabular-nums md:text-right md:text-list">
        {flow.open_sessions > 0 ? formatCount(flow.open_sessions) : <span className="text-ink-3 max-md:hidden">–</span>}
        {flow.open_sessions > 0 && <span className="md:hidden"> {flow.open_sessions === 1 ? "conversa" : "conversas"}</span>}
      </td>
      <td className="text-sm text-ink-2 md:text-list" title={fullMoment(flow.draft.changed_at)}>
        {momentInSentence(flow.draft.changed_at, Date.now())}
        <span className="block text-sm text-ink-3 max-md:hidden">{flow.draft.changed_by_name}</span>
      </td>
      <td className="absolute top-2 right-2 z-10 md:static md:w-px">{mayWrite && <RowMenu flow={flow} onOpen={onOpen} />}</td>
    </tr>
  );
}

function Standing({ flow }: { flow: FlowSummary }) {
  return (
    <span className="flex flex-wrap gap-1.5">
      {flow.published ? (
        <Pill tone="green" dot>
          {`Versão ${flow.published.number} no ar`}
        </Pill>
      ) : (
        <Pill tone="grey" dot>
          Rascunho
        </Pill>
      )}
      {flow.published && flow.draft.differs && <Pill tone="blue">Mudanças por publicar</Pill>}
      {flow.errors > 0 && <Pill tone="red">{plural(flow.errors, "erro", "erros")}</Pill>}
      {flow.errors === 0 && flow.warnings > 0 && <Pill tone="amber">{plural(flow.warnings, "aviso", "avisos")}</Pill>}
    </span>
  );
}

function RowMenu({ flow, onOpen }: { flow: FlowSummary; onOpen: (flowId: string) => void }) {
  const archive = useArchiveFlow();
  const create = useCreateFlow();
  const duplicate = async () => {
    try {
      const { definition, bot } = await flowsApi.read(flow.id);
      create.mutate({ name: `${flow.name} (cópia)`, definition, bot_id: bot?.id ?? null }, { onSuccess: ({ id }) => onOpen(id) });
    } catch (error) {
      notify("error", sentenceFor(error));
    }
  };
  return (
    <Menu align="end" trigger={<IconButton label={`Mais sobre ${flow.name}`} icon={<Ellipsis aria-hidden />} />}>
      <MenuItem icon={<Copy aria-hidden />} onSelect={() => void duplicate()}>
        Duplicar
      </MenuItem>
      <MenuItem icon={<Archive aria-hidden />} danger onSelect={() => archive.mutate(flow.id)} testId="flow-archive">
        Arquivar
      </MenuItem>
    </Menu>
  );
}
