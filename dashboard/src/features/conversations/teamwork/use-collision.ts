/** Did a colleague take the conversation while it was open here? */
import { useEffect, useRef } from "react";

import type { Conversation } from "@/api/contract";
import { plainText } from "@/lib/text-marks";
import { notify } from "@/ui/toast";

export function useCollision(conversation: Conversation | undefined, me: string | null): void {
  const before = useRef<{ id: string; assignee: string | null } | null>(null);
  const id = conversation?.id;
  const assignee = conversation?.assignee ?? null;
  useEffect(() => {
    if (id === undefined) return;
    const was = before.current;
    before.current = { id, assignee: assignee?.id ?? null };
    if (was?.id !== id || assignee === null || assignee.id === was.assignee || assignee.id === me) return;
    notify("info", `${plainText(assignee.name).slice(0, 60)} assumiu esta conversa.`);
  }, [id, assignee, me]);
}
