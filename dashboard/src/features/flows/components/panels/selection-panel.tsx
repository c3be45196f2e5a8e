/** What can be done with several nodes at once? */
import { Copy, Trash2 } from "lucide-react";

import { Button } from "@/ui/button";
import { notify } from "@/ui/toast";

import { copyNodes, writeClip } from "../../model/clipboard";
import { flowOf } from "../../state/draft";
import { useBuilder } from "../../state/context";
import { plural } from "../../texts";
import { remove } from "../canvas/use-canvas-keys";

export function SelectionPanel({ ids }: { ids: readonly string[] }) {
  const builder = useBuilder();
  const copy = async () => {
    const clip = copyNodes(flowOf(builder.draft.get()), ids);
    if (!clip) return;
    await navigator.clipboard.writeText(writeClip(clip)).then(
      () => notify("info", "Copiados. Cole aqui ou em outro fluxo."),
      () => notify("error", "O navegador não deixou copiar. Use Ctrl C."),
    );
  };
  return (
    <div className="flex flex-col gap-3 p-4">
      <p className="text-list text-ink-2">
        <b className="font-semibold text-ink">{plural(ids.length, "bloco", "blocos")}</b> selecionados. Arraste um para mover todos.
      </p>
      <div className="flex gap-2">
        <Button onClick={() => void copy()}>
          <Copy className="size-4" aria-hidden /> Copiar
        </Button>
        {builder.mayWrite && (
          <Button look="danger" onClick={() => remove(builder, { nodes: [...ids], edges: [] })}>
            <Trash2 className="size-4" aria-hidden /> Apagar
          </Button>
        )}
      </div>
    </div>
  );
}
