/** What should the person know about what they just did? */
import { CircleCheck, Info, TriangleAlert, X } from "lucide-react";

import { cx } from "@/lib/classes";
import { createStore, useStore } from "@/lib/store";

interface Toast {
  id: number;
  tone: "success" | "error" | "info";
  text: string;
}

const LIFETIME = 6_000;
const toasts = createStore<Toast[]>([]);
let lastId = 0;

export function notify(tone: Toast["tone"], text: string): void {
  lastId += 1;
  const toast = { id: lastId, tone, text };
  toasts.set([...toasts.get().filter((other) => other.text !== text).slice(-2), toast]);
  setTimeout(() => dismiss(toast.id), LIFETIME);
}

function dismiss(id: number): void {
  toasts.set(toasts.get().filter((toast) => toast.id !== id));
}

const icons = { success: CircleCheck, error: TriangleAlert, info: Info };
const colours = { success: "text-accent-text", error: "text-danger-text", info: "text-info-text" };

export function Toaster() {
  const shown = useStore(toasts);
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 top-16 z-50 flex flex-col items-center gap-2 px-4 md:top-auto md:right-auto md:bottom-4 md:left-21 md:w-80 md:items-stretch md:px-3"
    >
      {shown.map((toast) => {
        const Icon = icons[toast.tone];
        return (
          <div
            key={toast.id}
            data-testid="toast"
            className="rise pointer-events-auto flex max-w-120 items-center gap-2.5 rounded-xl border border-line bg-raised py-2 pr-2 pl-3.5 text-list text-ink shadow-float"
          >
            <Icon className={cx("size-4 shrink-0", colours[toast.tone])} aria-hidden />
            <span className="min-w-0 flex-1">{toast.text}</span>
            <button
              type="button"
              aria-label="Fechar aviso"
              className="rounded-md p-1 text-ink-3 hover:bg-hover hover:text-ink"
              onClick={() => dismiss(toast.id)}
            >
              <X className="size-3.5" aria-hidden />
            </button>
          </div>
        );
      })}
    </div>
  );
}
