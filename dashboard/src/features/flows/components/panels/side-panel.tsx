/** What stands beside the canvas? On a narrow screen it covers the page. */
import { X } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";

import { IconButton } from "@/ui/button";
import { Skeleton } from "@/ui/states";

import { useBuilder, useView } from "../../state/context";
import type { Panel } from "../../state/view";
import { NodeForm } from "../form/node-form";
import { SelectionPanel } from "./selection-panel";
import { SettingsPanel } from "./settings-panel";
import { VersionsPanel } from "./versions-panel";
import { Simulator } from "../simulator/simulator";

const TestsPanel = lazy(() => import("./tests-panel").then((module) => ({ default: module.TestsPanel })));

const TITLES: Record<Panel, string> = { node: "Bloco", simulator: "Simulador", tests: "Testes", versions: "Versões", settings: "Fluxo" };

export function SidePanel() {
  const { view } = useBuilder();
  const panel = useView((one) => one.panel) ?? "node";
  const selected = useView((one) => one.selected);
  if (panel === "node" && selected.length === 0) return null;
  return (
    <aside
      aria-label={TITLES[panel]}
      data-testid={`side-${panel}`}
      className="fixed inset-0 z-30 flex flex-col bg-surface md:static md:z-auto md:w-88 md:shrink-0 md:border-l md:border-line xl:w-96"
    >
      <header className="flex h-11 shrink-0 items-center justify-between border-b border-line pr-1.5 pl-4">
        <h2 className="text-list font-semibold">{TITLES[panel]}</h2>
        <IconButton label="Fechar" icon={<X aria-hidden />} onClick={() => view.show({ panel: null, lit: null })} data-testid="side-close" />
      </header>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <Content panel={panel} selected={selected} />
      </div>
    </aside>
  );
}

function Content({ panel, selected }: { panel: Panel; selected: readonly string[] }): ReactNode {
  switch (panel) {
    case "node": {
      const [id, ...others] = selected;
      return id !== undefined && others.length === 0 ? <NodeForm id={id} /> : <SelectionPanel ids={selected} />;
    }
    case "simulator":
      return <Simulator />;
    case "tests":
      return (
        <Suspense fallback={<Skeleton className="m-4 h-40" />}>
          <TestsPanel />
        </Suspense>
      );
    case "versions":
      return <VersionsPanel />;
    case "settings":
      return <SettingsPanel />;
  }
}
