/** Is all of it saved? */
import { CircleCheck, CloudOff, LoaderCircle, Users } from "lucide-react";

import { savingText } from "../../texts";
import { useBuilder, useDraft } from "../../state/context";
import { isDirty } from "../../state/draft";

export function SavingState() {
  const { mayWrite } = useBuilder();
  const state = useDraft((draft) => (draft.conflict ? "conflict" : draft.saving !== "idle" ? draft.saving : isDirty(draft) ? "dirty" : "idle"));
  if (!mayWrite) return <span>Somente leitura</span>;
  const Icon = { idle: CircleCheck, dirty: LoaderCircle, saving: LoaderCircle, failed: CloudOff, conflict: Users }[state];
  const colour = { idle: "text-accent-text", dirty: "", saving: "", failed: "text-amber-text", conflict: "text-danger-text" }[state];
  return (
    <span role="status" data-testid="flow-saving" data-state={state} className={`inline-flex min-w-0 items-center gap-1 ${colour}`}>
      <Icon className={`size-3.5 shrink-0 ${state === "saving" ? "animate-spin" : ""}`} aria-hidden />
      <span className="truncate">{savingText[state]}</span>
    </span>
  );
}
