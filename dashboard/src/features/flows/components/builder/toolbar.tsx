/** What can be done with the flow as a whole? */
import { ArrowLeft, ChartNoAxesColumn, Download, Ellipsis, FlaskConical, History, Redo2, Rocket, Settings2, Smartphone, Undo2 } from "lucide-react";

import type { ReactNode } from "react";

import { type FlowDetail, flowsApi } from "@/api/flows";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { cx } from "@/lib/classes";
import { modKey } from "@/lib/shortcuts";
import { Button, IconButton } from "@/ui/button";
import { Menu, MenuItem } from "@/ui/menu";
import { notify } from "@/ui/toast";

import { setName } from "../../model/edit";
import { useBuilder, useDraft, useFlow, useView } from "../../state/context";
import type { Panel } from "../../state/view";
import { saveAs } from "../save-as";
import { SavingState } from "./saving-state";

interface ToolbarProps {
  flow: FlowDetail;
  onBack: () => void;
  onPublish: () => void;
}

export function Toolbar({ flow, onBack, onPublish }: ToolbarProps) {
  const { draft, view, mayWrite } = useBuilder();
  const mayPublish = useMay("flows:publish");
  const canUndo = useDraft((one) => one.history.past.length > 0);
  const canRedo = useDraft((one) => one.history.future.length > 0);
  const numbers = useView((one) => one.numbers);
  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-b border-line bg-surface px-2 md:px-3">
      <IconButton label="Todos os fluxos" icon={<ArrowLeft aria-hidden />} onClick={onBack} />
      <div className="min-w-0 flex-1 md:pl-1">
        <Name />
        <div className="flex items-center gap-2 pl-1 text-sm text-ink-3">
          <SavingState />
          {flow.bot && <span className="hidden truncate md:inline">· {flow.bot.name}</span>}
        </div>
      </div>
      {mayWrite && (
        <span className="hidden md:flex">
          <IconButton label="Desfazer" shortcut={`${modKey} Z`} icon={<Undo2 aria-hidden />} disabled={!canUndo} onClick={draft.undo} data-testid="flow-undo" />
          <IconButton label="Refazer" shortcut={`${modKey} ⇧ Z`} icon={<Redo2 aria-hidden />} disabled={!canRedo} onClick={draft.redo} data-testid="flow-redo" />
          <span className="mx-1.5 my-1.5 w-px bg-line" />
        </span>
      )}
      <PanelButton panel="simulator" label="Simular" icon={<Smartphone aria-hidden />} />
      <PanelButton panel="tests" label="Testes" icon={<FlaskConical aria-hidden />} />
      <PanelButton panel="versions" label="Versões" icon={<History aria-hidden />} hideNarrow />
      <span className="hidden md:flex">
        <IconButton label={numbers ? "Esconder os números" : "Números dos últimos 30 dias"} icon={<ChartNoAxesColumn aria-hidden />} pressed={numbers} onClick={() => view.show({ numbers: !numbers })} data-testid="flow-numbers" />
      </span>
      <MoreMenu flowId={flow.id} />
      {mayPublish && (
        <Button look="primary" className="ml-1 max-md:!px-2.5" onClick={onPublish} data-testid="flow-publish">
          <Rocket className="size-4" aria-hidden />
          <span className="max-md:sr-only">Publicar</span>
        </Button>
      )}
    </header>
  );
}

function Name() {
  const { draft, mayWrite } = useBuilder();
  const { name } = useFlow();
  return (
    <input
      aria-label="Nome do fluxo"
      value={name}
      maxLength={120}
      disabled={!mayWrite}
      onChange={(event) => draft.edit((flow) => setName(flow, event.target.value), "name")}
      className="field-fit block max-w-full min-w-24 truncate rounded-md bg-transparent px-1 text-base font-semibold text-ink outline-none hover:bg-hover focus:bg-hover"
      data-testid="flow-name"
    />
  );
}

function PanelButton({ panel, label, icon, hideNarrow = false }: { panel: Panel; label: string; icon: ReactNode; hideNarrow?: boolean }) {
  const { view } = useBuilder();
  const open = useView((one) => one.panel === panel);
  return (
    <button
      type="button"
      aria-pressed={open}
      data-testid={`panel-${panel}`}
      onClick={() => view.show({ panel: open ? null : panel, lit: null })}
      className={cx(
        "inline-flex h-8 shrink-0 items-center gap-1.5 rounded-lg px-2 text-list font-medium transition-colors [&_svg]:size-4",
        open ? "bg-selected text-accent-text" : "text-ink-2 hover:bg-hover hover:text-ink",
        hideNarrow && "max-md:hidden",
      )}
    >
      {icon}
      <span className="max-xl:sr-only">{label}</span>
    </button>
  );
}

function MoreMenu({ flowId }: { flowId: string }) {
  const { view, saver } = useBuilder();
  const name = useFlow().name;
  const download = async (format: "yaml" | "json") => {
    try {
      await saver.flush();
      saveAs(await flowsApi.exportFlow(flowId, format), `${name || "fluxo"}.flow.${format}`);
    } catch (error) {
      notify("error", sentenceFor(error));
    }
  };
  return (
    <Menu align="end" trigger={<IconButton label="Mais" icon={<Ellipsis aria-hidden />} data-testid="flow-more" />}>
      <MenuItem icon={<Settings2 aria-hidden />} onSelect={() => view.show({ panel: "settings" })} testId="flow-settings">
        Fluxo, variáveis e chatbot
      </MenuItem>
      <MenuItem icon={<History aria-hidden />} onSelect={() => view.show({ panel: "versions" })}>
        Versões
      </MenuItem>
      <MenuItem icon={<Download aria-hidden />} hint=".yaml" onSelect={() => void download("yaml")} testId="export-yaml">
        Exportar como texto
      </MenuItem>
      <MenuItem icon={<Download aria-hidden />} hint=".json" onSelect={() => void download("json")} testId="export-json">
        Exportar como JSON
      </MenuItem>
    </Menu>
  );
}
