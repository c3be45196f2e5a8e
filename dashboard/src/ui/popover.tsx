/** What hangs from a button until it is answered or left? */
import { Popover as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";

interface PopoverProps {
  label: string;
  trigger: ReactElement;
  open: boolean;
  onOpen: (open: boolean) => void;
  side?: "top" | "bottom";
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
}

export function Popover({ label, trigger, open, onOpen, side = "top", align = "start", className, children }: PopoverProps) {
  return (
    // Not modal: a modal one injects a style element, which the content security policy forbids.
    <Radix.Root open={open} onOpenChange={onOpen} modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          role="dialog"
          aria-label={label}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          // Whoever has gone on typing elsewhere meanwhile keeps the keys.
          onCloseAutoFocus={(event) => {
            if (document.activeElement !== document.body) event.preventDefault();
          }}
          className={`rise z-50 rounded-xl border border-line bg-raised shadow-float outline-none ${className ?? ""}`}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
