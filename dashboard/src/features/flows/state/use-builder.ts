/** How does a builder come to be: from what the server and this computer hold, saved as one draws? */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";

import { type Checked, type FlowAnalytics, type FlowDetail, flowsApi } from "@/api/flows";
import { keys } from "@/api/keys";
import { useMay } from "@/api/use-may";
import { createStore } from "@/lib/store";
import { useSettled } from "@/lib/use-settled";
import { notify } from "@/ui/toast";

import { type Definition, readDefinition, same } from "../model/definition";
import type { KnownExits } from "../model/exits";
import { placed } from "../model/layout";
import { fresh } from "../model/simulation";
import type { useNodeTypes } from "../queries";
import { dropBackup, keepBackup, readBackup } from "./backup";
import { type Builder, useSelected } from "./context";
import { createDraft, flowOf, isDirty } from "./draft";
import { startSaver } from "./saver";
import { createView } from "./view";

type Types = NonNullable<ReturnType<typeof useNodeTypes>["data"]>;

const CHECK_MS = 450;
const BACKUP_MS = 300;

export function useNewBuilder(flow: FlowDetail, types: Types): Builder {
  const client = useQueryClient();
  const mayWrite = useMay("flows:write");
  const [builder] = useState((): Builder => {
    const loaded = placed(readDefinition(flow.definition));
    const draft = createDraft({ ...loaded, name: flow.name }, flow.revision);
    const names = new Map(types.flows.map((one) => [one.id, one.name]));
    const opened: Builder = {
      flowId: flow.id,
      draft,
      view: createView(),
      saver: { flush: () => Promise.resolve(true), end: () => undefined },
      manifests: types.manifests,
      words: types.words,
      flows: types.flows,
      flowName: (id) => names.get(id) ?? id,
      problems: createStore(flow.problems),
      exits: createStore<{ known: KnownExits }>({ known: new WeakMap() }),
      analytics: createStore<FlowAnalytics | null>(null),
      simulation: createStore(fresh),
      mayWrite,
    };
    tell(opened, loaded, flow);
    if (mayWrite) recover(opened, flow);
    return opened;
  });
  useEffect(() => {
    const { draft, flowId } = builder;
    const save = (revision: number, definition: Definition) => flowsApi.save(flowId, { revision, definition, name: definition.name });
    if (builder.mayWrite) builder.saver = startSaver(draft, save, () => void client.invalidateQueries({ queryKey: keys.flows, refetchType: "none" }));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      const now = draft.get();
      if (isDirty(now)) keepBackup(flowId, { revision: now.revision, definition: flowOf(now), at: Date.now() });
      else dropBackup(flowId);
    };
    const stop = draft.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(keep, BACKUP_MS);
    });
    const onLeave = (event: BeforeUnloadEvent) => {
      if (!isDirty(draft.get())) return;
      keep();
      event.preventDefault();
    };
    window.addEventListener("beforeunload", onLeave);
    return () => {
      clearTimeout(timer);
      keep();
      const { saver } = builder;
      void saver.flush().finally(() => {
        keep();
        saver.end();
      });
      stop();
      window.removeEventListener("beforeunload", onLeave);
    };
  }, [builder, client]);
  useChecking(builder);
  return useMemo(() => (builder.mayWrite === mayWrite ? builder : { ...builder, mayWrite }), [builder, mayWrite]);
}

/** Asks the engine what is wrong, shortly after each change. */
function useChecking(builder: Builder): void {
  const flow = useSelected(builder.draft, flowOf);
  const settled = useSettled(flow, CHECK_MS);
  useEffect(() => {
    const ended = new AbortController();
    flowsApi.check(builder.flowId, settled, ended.signal).then(
      (checked) => tell(builder, settled, checked),
      () => undefined, // The saver tells of a server that does not answer.
    );
    return () => ended.abort();
  }, [builder, settled]);
}

function tell(builder: Builder, definition: Definition, { problems, exits }: Checked): void {
  if (!same(builder.problems.get(), problems)) builder.problems.set(problems);
  const { known } = builder.exits.get();
  for (const [id, node] of Object.entries(definition.nodes)) {
    const told = exits[id];
    if (node.options && told && !same(known.get(node.options), told)) known.set(node.options, told);
  }
  builder.exits.set({ known });
}

/** What a closed window left behind: drawn upon the same revision it comes back; upon an older one, people decide. */
function recover({ draft }: Builder, flow: FlowDetail): void {
  const backup = readBackup(flow.id);
  if (!backup || same(backup.definition, flowOf(draft.get()))) {
    dropBackup(flow.id);
    return;
  }
  draft.edit(() => backup.definition);
  if (backup.revision === flow.revision) notify("info", "Recuperamos o que você desenhou e ainda não tinha sido salvo.");
  else draft.set({ ...draft.get(), conflict: { revision: flow.revision, changedBy: flow.changed_by_name, changedAt: flow.changed_at } });
}
