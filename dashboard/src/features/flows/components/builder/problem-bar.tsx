/** What is wrong with the flow? Each sentence leads to its node. */
import { ChevronUp, CircleAlert, CircleCheck, TriangleAlert } from "lucide-react";

import { cx } from "@/lib/classes";

import { plural } from "../../texts";
import { useBuilder, useFlow, useSelected, useView } from "../../state/context";
import { visit } from "../../state/view";

export function ProblemBar() {
  const { problems, view } = useBuilder();
  const all = useSelected(problems, (every) => every);
  const open = useView((one) => one.problems) && all.length > 0;
  const errors = all.filter((problem) => problem.severity === "error").length;
  const warnings = all.length - errors;
  return (
    <section aria-label="Problemas" className="shrink-0 border-t border-line bg-surface" data-testid="flow-problems" data-errors={errors} data-warnings={warnings}>
      <button
        type="button"
        aria-expanded={open}
        disabled={all.length === 0}
        onClick={() => view.show({ problems: !open })}
        className="flex h-9 w-full items-center gap-3 px-3 text-left text-list enabled:hover:bg-hover"
      >
        {all.length === 0 ? (
          <span className="inline-flex items-center gap-1.5 text-ink-2">
            <CircleCheck className="size-4 text-accent-text" aria-hidden /> Nenhum problema
          </span>
        ) : (
          <>
            {errors > 0 && (
              <span className="inline-flex items-center gap-1.5 font-medium text-danger-text">
                <CircleAlert className="size-4" aria-hidden /> {plural(errors, "erro", "erros")}
              </span>
            )}
            {warnings > 0 && (
              <span className="inline-flex items-center gap-1.5 text-amber-text">
                <TriangleAlert className="size-4" aria-hidden /> {plural(warnings, "aviso", "avisos")}
              </span>
            )}
            <ChevronUp className={cx("ml-auto size-4 text-ink-3 transition-transform", open && "rotate-180")} aria-hidden />
          </>
        )}
      </button>
      {open && (
        <ul className="max-h-48 overflow-y-auto border-t border-line py-1">
          {all.map((problem, index) => (
            <li key={index}>
              <ProblemRow node={problem.node} severe={problem.severity === "error"} sentence={problem.sentence} onVisit={() => (problem.node === "" ? view.show({ panel: "settings" }) : visit(view, problem.node))} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function ProblemRow({ node, severe, sentence, onVisit }: { node: string; severe: boolean; sentence: string; onVisit: () => void }) {
  const { manifests } = useBuilder();
  const found = useFlow().nodes[node];
  const name = found ? (found.label ?? manifests.get(found.type)?.label ?? found.type) : "Fluxo";
  const Icon = severe ? CircleAlert : TriangleAlert;
  return (
    <button type="button" onClick={onVisit} data-testid="problem" className="flex w-full items-start gap-2 px-3 py-1.5 text-left text-list hover:bg-hover">
      <Icon className={cx("mt-0.5 size-3.5 shrink-0", severe ? "text-danger" : "text-amber")} aria-hidden />
      <span className="min-w-0 flex-1">{sentence}</span>
      <span className="max-w-[35%] shrink-0 truncate text-sm text-ink-3">{name}</span>
    </button>
  );
}
