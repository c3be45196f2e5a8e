/** Which of these? A menu that hangs from a button. */
import { DropdownMenu } from "radix-ui";
import type { ReactElement, ReactNode } from "react";

import { cx } from "@/lib/classes";

interface MenuProps {
  trigger: ReactElement;
  children: ReactNode;
  side?: "top" | "right" | "bottom";
  align?: "start" | "end";
}

export function Menu({ trigger, children, side = "bottom", align = "start" }: MenuProps) {
  return (
    // Not modal: a modal menu injects a style element, which the content security policy forbids.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="rise z-50 max-h-[70vh] max-w-80 min-w-52 overflow-y-auto rounded-xl border border-line bg-raised p-1 shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  hint?: ReactNode;
  checked?: boolean;
  danger?: boolean;
  disabled?: boolean;
  testId?: string;
  onSelect: () => void;
  children: ReactNode;
}

export function MenuItem({ icon, hint, checked, danger, disabled, testId, onSelect, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      disabled={disabled ?? false}
      data-testid={testId}
      onSelect={onSelect}
      aria-current={checked ?? undefined}
      className={cx(
        "flex min-h-8 cursor-default items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-list outline-none select-none data-disabled:opacity-50 data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:shrink-0",
        danger ? "text-danger-text" : "text-ink [&_svg]:text-ink-2",
        checked && "font-medium",
      )}
    >
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {hint && <span className="text-sm text-ink-3">{hint}</span>}
    </DropdownMenu.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2.5 pt-2 pb-1 text-xs font-medium text-ink-3">{children}</DropdownMenu.Label>;
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
}
