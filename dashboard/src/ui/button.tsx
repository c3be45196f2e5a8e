/** What can be pressed? */
import { LoaderCircle } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

import { cx } from "@/lib/classes";

import { Tooltip } from "./tooltip";

type Look = "primary" | "secondary" | "ghost" | "danger";

const looks: Record<Look, string> = {
  primary: "bg-accent text-accent-ink hover:bg-accent-hover",
  secondary: "border border-line-strong bg-surface text-ink hover:bg-hover",
  ghost: "text-ink-2 hover:bg-hover hover:text-ink",
  danger: "border border-line-strong bg-surface text-danger-text hover:bg-danger-soft",
};

interface ButtonProps extends ComponentProps<"button"> {
  look?: Look;
  size?: "sm" | "md";
  busy?: boolean;
}

export function Button({ look = "secondary", size = "md", busy = false, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={cx(
        "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-lg font-medium whitespace-nowrap transition-colors disabled:opacity-55",
        size === "sm" ? "h-7 px-2.5 text-sm" : "h-9 px-3.5 text-list",
        looks[look],
        className,
      )}
      disabled={disabled === true || busy}
      aria-busy={busy || undefined}
      {...rest}
    >
      {busy && <LoaderCircle className="size-3.5 animate-spin" aria-hidden />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentProps<"button">, "children"> {
  label: string;
  shortcut?: string;
  icon: ReactNode;
  pressed?: boolean;
  side?: "top" | "right" | "bottom" | "left";
}

export function IconButton({ label, shortcut, icon, pressed, side = "bottom", className, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut} side={side}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        className={cx(
          "inline-flex size-8 shrink-0 items-center justify-center rounded-lg text-ink-2 transition-colors hover:bg-hover hover:text-ink disabled:opacity-45 [&_svg]:size-4.5",
          pressed === true && "bg-selected text-accent-text",
          className,
        )}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
