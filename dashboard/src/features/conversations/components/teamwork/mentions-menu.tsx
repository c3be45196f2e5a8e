/** Where did colleagues call me? */
import { Link } from "@tanstack/react-router";
import { AtSign } from "lucide-react";
import { DropdownMenu } from "radix-ui";

import type { Mention } from "@/api/teamwork";
import { useMay } from "@/api/use-may";
import { cx } from "@/lib/classes";
import { momentInSentence } from "@/lib/time";
import { Menu, MenuLabel } from "@/ui/menu";
import { SafeText } from "@/ui/safe-text";

import { useMarkMentionsRead } from "../../teamwork/mutations";
import { useMentions } from "../../teamwork/queries";

export function MentionsMenu() {
  const may = useMay("desk:own");
  const { data } = useMentions();
  const markRead = useMarkMentionsRead();
  if (!may) return null;
  const unread = data?.unread ?? 0;
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          data-testid="mentions"
          aria-label={unread > 0 ? `Menções: ${unread} não lidas` : "Menções"}
          className="relative flex size-8 items-center justify-center rounded-lg text-ink-2 transition-colors hover:bg-hover hover:text-ink [&_svg]:size-4.5"
        >
          <AtSign aria-hidden />
          {unread > 0 && (
            <span data-testid="mentions-unread" className="absolute -top-0.5 -right-0.5 flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[10px] leading-none font-semibold text-accent-ink">
              {unread > 99 ? "99+" : unread}
            </span>
          )}
        </button>
      }
    >
      <MenuLabel>Menções a você</MenuLabel>
      {(data?.items ?? []).length === 0 && <p className="max-w-64 px-2.5 py-2 text-list text-ink-2">Quando um colega escrever @ e seu nome em uma nota, ela aparece aqui.</p>}
      {data?.items.map((mention) => (
        <MentionItem key={mention.id} mention={mention} onOpen={() => markRead.mutate(mention.conversation_id)} />
      ))}
      {unread > 0 && (
        <DropdownMenu.Item
          onSelect={() => markRead.mutate(null)}
          className="mt-1 rounded-lg border-t border-line px-2.5 py-2 text-center text-sm font-medium text-accent-text outline-none data-highlighted:bg-hover"
        >
          Marcar todas como lidas
        </DropdownMenu.Item>
      )}
    </Menu>
  );
}

function MentionItem({ mention, onOpen }: { mention: Mention; onOpen: () => void }) {
  return (
    <DropdownMenu.Item asChild onSelect={onOpen}>
      <Link
        to="/whatsapp/conversas/$conversationId"
        params={{ conversationId: mention.conversation_id }}
        className="block rounded-lg px-2.5 py-2 text-list outline-none data-highlighted:bg-hover"
        data-testid="mention"
      >
        <span className="flex items-baseline gap-2">
          <span className={cx("min-w-0 flex-1 truncate", !mention.read && "font-semibold")}>
            <SafeText text={`${mention.by || "Um colega"} · ${mention.contact_name}`} max={80} />
          </span>
          {!mention.read && <span className="size-2 shrink-0 self-center rounded-full bg-accent" aria-label="não lida" />}
        </span>
        <span className="line-clamp-2 text-sm text-ink-2">
          <SafeText text={mention.text} max={160} />
        </span>
        <span className="text-xs text-ink-3">{momentInSentence(mention.at, Date.now())}</span>
      </Link>
    </DropdownMenu.Item>
  );
}
