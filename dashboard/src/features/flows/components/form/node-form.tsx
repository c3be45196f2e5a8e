/** What is set of the selected node? Drawn from its manifest. */
import { Copy, Trash2 } from "lucide-react";
import { useId, useState } from "react";

import { IconButton } from "@/ui/button";

import { copyNodes, paste } from "../../model/clipboard";
import { type FlowNode, placeOf } from "../../model/definition";
import { removeNodes, renameNode, setLabel, setOptions } from "../../model/edit";
import type { Manifest } from "../../model/manifest";
import { concerns } from "../../model/relevance";
import { useBuilder, useFlow, useNode, useSelected } from "../../state/context";
import { KindIcon } from "../canvas/kinds";
import { Labelled, TextInput } from "./controls";
import { ExitsForm } from "./exits-form";
import { Fields } from "./fields";

export function NodeForm({ id }: { id: string }) {
  const { manifests } = useBuilder();
  const node = useNode(id);
  if (!node) return null;
  return <Form key={id} id={id} node={node} manifest={manifests.get(node.type)} />;
}

function Form({ id, node, manifest }: { id: string; node: FlowNode; manifest: Manifest | undefined }) {
  const { draft, mayWrite } = useBuilder();
  const options = node.options ?? {};
  return (
    <div className="flex flex-col gap-4 p-4" data-flow-form data-testid="node-form">
      <Heading id={id} node={node} manifest={manifest} />
      {manifest ? (
        <Fields
          path={`nodes.${id}.options`}
          schema={manifest.options}
          value={options}
          disabled={!mayWrite}
          concerns={(name) => options[name] !== undefined || concerns(node.type, options, name)}
          onChange={(next) => draft.edit((flow) => setOptions(flow, id, next), `options:${id}`)}
        />
      ) : (
        <p className="rounded-lg bg-danger-soft px-3 py-2 text-list text-danger-text">Este tipo de bloco ({node.type}) não existe nesta instalação. Apague o bloco ou troque-o por outro.</p>
      )}
      <NodeProblems id={id} />
      <ExitsForm id={id} node={node} />
      <Identifier id={id} />
    </div>
  );
}

function Heading({ id, node, manifest }: { id: string; node: FlowNode; manifest: Manifest | undefined }) {
  const { draft, view, mayWrite } = useBuilder();
  const entry = useFlow().entry === id;
  const duplicate = () => {
    let ids: string[] = [];
    draft.edit((flow) => {
      const clip = copyNodes(flow, [id]);
      const place = placeOf(node) ?? { x: 0, y: 0 };
      if (!clip) return flow;
      const pasted = paste(flow, clip, { x: place.x + 40, y: place.y + 40 });
      ids = pasted.ids;
      return pasted.flow;
    });
    if (ids.length > 0) view.show({ selected: ids });
  };
  return (
    <header className="flex items-start gap-2.5">
      <KindIcon manifest={manifest} />
      <div className="min-w-0 flex-1">
        <input
          aria-label="Nome do bloco"
          value={node.label ?? ""}
          maxLength={120}
          placeholder={manifest?.label ?? node.type}
          disabled={!mayWrite}
          onChange={(event) => draft.edit((flow) => setLabel(flow, id, event.target.value), `label:${id}`)}
          className="-mx-1 w-full rounded-md bg-transparent px-1 text-base font-semibold outline-none placeholder:font-semibold placeholder:text-ink hover:bg-hover focus:bg-hover"
          data-testid="node-label"
        />
        <p className="text-sm text-pretty text-ink-3">{manifest?.description}</p>
      </div>
      {mayWrite && !entry && (
        <span className="-mr-1 flex">
          <IconButton label="Duplicar" icon={<Copy aria-hidden />} onClick={duplicate} />
          <IconButton
            label="Apagar"
            shortcut="Del"
            icon={<Trash2 aria-hidden />}
            onClick={() => {
              draft.edit((flow) => removeNodes(flow, [id]));
              view.show({ selected: [], panel: null });
            }}
          />
        </span>
      )}
    </header>
  );
}

/** What is wrong and has no field of its own to stand at. */
function NodeProblems({ id }: { id: string }) {
  const { problems } = useBuilder();
  const all = useSelected(problems, (every) => every);
  const own = all.filter((problem) => problem.node === id && !problem.path.includes(".options.") && !problem.path.includes("exits."));
  if (own.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {own.map((problem, index) => (
        <li key={index} className={problem.severity === "error" ? "rounded-lg bg-danger-soft px-3 py-2 text-sm text-danger-text" : "rounded-lg bg-amber-soft px-3 py-2 text-sm text-amber-text"}>
          {problem.sentence}
        </li>
      ))}
    </ul>
  );
}

/** The name by which text files, tests and links know the node. */
function Identifier({ id }: { id: string }) {
  const { draft, view, mayWrite } = useBuilder();
  const [wanted, setWanted] = useState(id);
  const fieldId = useId();
  const flow = useFlow();
  const unfit = wanted !== id && (!/^[\w.:-]{1,64}$/.test(wanted) || wanted in flow.nodes);
  const rename = () => {
    if (wanted === id || unfit) { setWanted(id); return; }
    draft.edit((now) => renameNode(now, id, wanted));
    view.show({ selected: [wanted] });
  };
  return (
    <details className="border-t border-line pt-3">
      <summary className="cursor-pointer text-sm font-medium text-ink-2">Identificador</summary>
      <div className="mt-2">
        <Labelled htmlFor={fieldId} label="Como o texto e os testes chamam este bloco" problems={unfit ? ["Use letras sem acento, números e _ . : -, sem repetir outro bloco."] : []}>
          <TextInput id={fieldId} value={wanted} maxLength={64} disabled={!mayWrite} invalid={unfit} onChange={(event) => setWanted(event.target.value)} onBlur={rename} onKeyDown={(event) => event.key === "Enter" && rename()} />
        </Labelled>
      </div>
    </details>
  );
}
