/** What does the person type? */
import { type ComponentProps, type ReactNode, useId } from "react";

import { cx } from "@/lib/classes";

interface FieldProps extends ComponentProps<"input"> {
  label: string;
  hint?: ReactNode;
}

export function Field({ label, hint, className, ...rest }: FieldProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-list font-medium text-ink">
        {label}
      </label>
      <input
        id={id}
        className={cx(
          "h-10 rounded-lg border border-line-strong bg-surface px-3 text-base text-ink transition-colors hover:border-ink-3 focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent",
          className,
        )}
        {...rest}
      />
      {hint && <p className="text-sm text-ink-2">{hint}</p>}
    </div>
  );
}
