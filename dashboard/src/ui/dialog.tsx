/** What covers the page until it is answered? The browser's own dialog: focus, Escape and the layer above are its work. */
import { type ReactNode, useEffect, useRef } from "react";

import { cx } from "@/lib/classes";

interface DialogProps {
  label: string;
  onClose: () => void;
  className?: string;
  children: ReactNode;
}

export function Dialog({ label, onClose, className, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // A press beside the dialog closes it; for the keyboard Escape does, by the browser.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      className={cx(
        "rise m-auto outline-none rounded-xl border border-line bg-raised p-0 text-ink shadow-float backdrop:bg-black/30 dark:backdrop:bg-black/55",
        className,
      )}
    >
      {children}
    </dialog>
  );
}
