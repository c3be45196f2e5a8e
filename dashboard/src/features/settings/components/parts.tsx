/** Of which parts is every settings screen made? */
import { Check, Copy } from "lucide-react";
import { type ComponentProps, type ReactNode, useEffect, useState } from "react";

import { sentenceFor } from "@/api/texts";
import { cx } from "@/lib/classes";
import { plainText } from "@/lib/text-marks";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ErrorState, Skeleton } from "@/ui/states";

const control =
  "h-9 w-full min-w-0 rounded-lg border border-line-strong bg-surface px-2.5 text-list text-ink outline-none transition-colors hover:border-ink-3 focus:border-accent disabled:opacity-60";

export function Screen({ title, lead, action, children }: { title: string; lead?: string; action?: ReactNode; children: ReactNode }) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-240 min-w-0 flex-col gap-4 px-4 py-5 md:px-8 md:py-7">
        <header className="flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0 flex-1 basis-64">
            <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
            {lead && <p className="mt-1 max-w-160 text-list text-pretty text-ink-2">{lead}</p>}
          </div>
          {action}
        </header>
        {children}
      </div>
    </div>
  );
}

export function Panel({ title, aside, className, children }: { title?: string; aside?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <section className={cx("min-w-0 rounded-xl border border-line bg-surface", className)}>
      {title && (
        <div className="flex items-center justify-between gap-2 border-b border-line px-4 py-3">
          <h2 className="text-list font-semibold">{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

interface Shown<T> {
  data: T | undefined;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
}

/** A list as it loads, as it fails, and as it is. */
export function Loaded<T>({ query, children }: { query: Shown<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorState title="Isto não carregou" detail={sentenceFor(query.error)} onRetry={() => void query.refetch()} />;
  return (
    <div className="flex flex-col gap-3 p-4" aria-busy>
      {[0, 1, 2].map((row) => (
        <Skeleton key={row} className="h-10" />
      ))}
    </div>
  );
}

export function Labelled({ label, help, className, children }: { label: string; help?: string; className?: string; children: ReactNode }) {
  return (
    <label className={cx("flex min-w-0 flex-col gap-1", className)}>
      <span className="text-list font-medium">{label}</span>
      {children}
      {help && <span className="text-sm text-pretty text-ink-3">{help}</span>}
    </label>
  );
}

export const TextInput = ({ className, ...rest }: ComponentProps<"input">) => <input className={cx(control, className)} {...rest} />;

export const TextArea = ({ className, ...rest }: ComponentProps<"textarea">) => <textarea className={cx(control, "h-auto py-1.5", className)} {...rest} />;

interface SelectProps extends Omit<ComponentProps<"select">, "onChange"> {
  choices: readonly (readonly [string, string])[];
  onChoose: (value: string) => void;
}

export function Select({ choices, onChoose, className, ...rest }: SelectProps) {
  return (
    <select className={cx(control, className)} onChange={(event) => onChoose(event.target.value)} {...rest}>
      {choices.map(([value, label]) => (
        <option key={value} value={value}>
          {plainText(label)}
        </option>
      ))}
    </select>
  );
}

export function Tick({ label, hint, ...rest }: ComponentProps<"input"> & { label: string; hint?: string }) {
  return (
    <label className="flex items-start gap-2.5 text-list">
      <input type="checkbox" className="mt-0.5 size-4 shrink-0 accent-(--accent)" {...rest} />
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-sm text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}

/** What cannot be undone asks once more, in the same place. */
export function Sure({ label, sure = "Confirmar?", onSure, busy = false, testId }: { label: string; sure?: string; onSure: () => void; busy?: boolean; testId?: string }) {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked) return;
    const timer = setTimeout(() => setAsked(false), 4_000);
    return () => clearTimeout(timer);
  }, [asked]);
  const press = () => {
    setAsked(!asked);
    if (asked) onSure();
  };
  return (
    <Button size="sm" look={asked ? "danger" : "ghost"} busy={busy} onClick={press} data-testid={testId}>
      {asked ? sure : label}
    </Button>
  );
}

/** The one time that a secret, key or link is seen. */
export function ShownOnce({ title, lead, secret, onClose }: { title: string; lead: string; secret: string; onClose: () => void }) {
  const [copied, setCopied] = useState(false);
  return (
    <Dialog label={title} onClose={onClose} className="w-[min(94vw,480px)]">
      <div className="flex flex-col gap-4 p-5" data-testid="shown-once">
        <div>
          <h2 className="text-lg font-semibold">{title}</h2>
          <p className="text-list text-pretty text-ink-2">{lead}</p>
        </div>
        <code className="rounded-lg border border-line bg-sunken px-3 py-2 text-sm break-all select-all">{secret}</code>
        <footer className="flex justify-end gap-2">
          <Button onClick={() => void navigator.clipboard.writeText(secret).then(() => setCopied(true))}>
            {copied ? <Check className="size-4" aria-hidden /> : <Copy className="size-4" aria-hidden />}
            {copied ? "Copiado" : "Copiar"}
          </Button>
          <Button look="primary" onClick={onClose}>
            Pronto
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}

interface FormDialogProps {
  title: string;
  lead?: string;
  submit: string;
  busy: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function FormDialog({ title, lead, submit, busy, onSubmit, onClose, children }: FormDialogProps) {
  return (
    <Dialog label={title} onClose={onClose} className="w-[min(94vw,500px)]">
      <form
        className="flex max-h-[88vh] flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <div className="border-b border-line px-5 py-4">
          <h2 className="text-lg font-semibold">{title}</h2>
          {lead && <p className="text-list text-pretty text-ink-2">{lead}</p>}
        </div>
        <div className="flex flex-col gap-4 overflow-y-auto px-5 py-4">{children}</div>
        <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">
          <Button onClick={onClose}>Cancelar</Button>
          <Button look="primary" type="submit" busy={busy} data-testid="form-submit">
            {submit}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
