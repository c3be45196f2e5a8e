/** Between what could the customer choose? Buttons and lists as they were sent. */
import { ListIcon } from "lucide-react";

import type { Message } from "@/api/contract";
import { SafeText } from "@/ui/safe-text";

export function Choices({ message }: { message: Message }) {
  const label = typeof message.content?.list_label === "string" ? message.content.list_label : null;
  if (message.buttons.length === 0 && message.sections.length === 0) return null;
  return (
    <div className="mt-1.5 mb-1 flex min-w-60 flex-col gap-1.5">
      {message.buttons.map((button) => (
        <span key={button.id} className="rounded-md border border-line-strong/60 px-2 py-1.5 text-center text-list font-medium text-accent-text">
          <SafeText text={button.title} max={40} />
        </span>
      ))}
      {message.sections.length > 0 && (
        <div className="overflow-hidden rounded-md border border-line-strong/60">
          {label !== null && (
            <p className="flex items-center justify-center gap-1.5 border-b border-line-strong/60 px-2.5 py-1.5 text-list font-medium text-accent-text">
              <ListIcon className="size-3.5" aria-hidden />
              <SafeText text={label} max={40} />
            </p>
          )}
          {message.sections.map((section, index) => (
            <div key={index}>
              {section.title && (
                <p className="bg-black/4 px-2.5 py-1 text-sm font-medium text-bubble-meta dark:bg-white/5">
                  <SafeText text={section.title} max={40} />
                </p>
              )}
              {section.rows.map((row) => (
                <p key={row.id} className="px-2.5 py-1 text-list">
                  <SafeText text={row.title} max={60} />
                  {row.description && (
                    <span className="block text-sm text-bubble-meta">
                      <SafeText text={row.description} max={100} />
                    </span>
                  )}
                </p>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
