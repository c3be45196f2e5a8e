/** When was it written, and how far did it get? */
import { Check, CheckCheck, CircleAlert, CircleHelp, Clock } from "lucide-react";

import type { Message } from "@/api/contract";
import { cx } from "@/lib/classes";
import { lookup } from "@/lib/lookup";
import { clockTime, fullMoment } from "@/lib/time";

import { statusNames } from "../texts";

interface MessageFooterProps {
  message: Message;
  /** At the right of the last line of a text, on a line of its own where there is no room. */
  beside?: boolean;
  /** On the line of the player's own time. */
  raised?: boolean;
}

export function MessageFooter({ message, beside = false, raised = false }: MessageFooterProps) {
  return (
    <span className={cx("flex items-center justify-end gap-1 text-xs whitespace-nowrap text-bubble-meta select-none", beside ? "float-right mt-1.5 ml-3 h-4" : raised ? "-mt-5 mb-0.5" : "mt-0.5")}>
      {message.edited && !message.revoked && <span>editada</span>}
      <time dateTime={message.created_at} title={fullMoment(message.created_at)} className="tabular-nums">
        {clockTime(message.created_at)}
      </time>
      {message.direction === "out" && <Ticks status={message.status} />}
    </span>
  );
}

export function Ticks({ status }: { status: string }) {
  const name = lookup(statusNames, status) ?? status;
  const Icon = iconOf(status);
  return (
    <span title={name} className="inline-flex">
      <Icon
        aria-label={name}
        role="img"
        className={cx(
          "size-3.5",
          (status === "read" || status === "played") && "text-tick-read",
          status === "failed" && "text-danger-text",
          status === "unconfirmed" && "text-amber-text",
        )}
      />
    </span>
  );
}

function iconOf(status: string) {
  switch (status) {
    case "queued":
    case "dispatching":
      return Clock;
    case "delivered":
    case "read":
    case "played":
      return CheckCheck;
    case "failed":
      return CircleAlert;
    case "unconfirmed":
      return CircleHelp;
    default:
      return Check;
  }
}
