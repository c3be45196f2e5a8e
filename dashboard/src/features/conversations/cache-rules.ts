/** What do the cached lists and threads look like after something changed? Pure: values in, values out. */
import type { Conversation, ConversationPage, Message, Page } from "@/api/contract";
import type { ConversationFilter } from "@/api/endpoints";

export interface Pages<P> {
  pages: P[];
  pageParams: (string | null)[];
}

/** Puts the conversation where it belongs in a list: moved, inserted, or taken out when the filter no longer fits. */
export function placeConversation(
  data: Pages<ConversationPage>,
  conversation: Conversation,
  filter: ConversationFilter,
  me: string | null,
): Pages<ConversationPage> {
  const before = data.pages.flatMap((page) => page.items).find((item) => item.id === conversation.id);
  const pages = data.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== conversation.id) }));
  // Only the server can tell whether a conversation answers a search; one that was found stays found.
  if (!fits(conversation, filter, me) || (!mayEnter(filter) && !before)) return before ? { ...data, pages } : data;
  for (const [index, page] of pages.entries()) {
    const at = page.items.findIndex((item) => newestFirst(conversation, item) < 0);
    const lastPage = index === pages.length - 1;
    // Below the last row known, it belongs to a page that is not loaded, unless there is none.
    if (at < 0 && !(lastPage && (page.next_cursor === null || before))) continue;
    const items = [...page.items];
    items.splice(at < 0 ? items.length : at, 0, conversation);
    pages[index] = { ...page, items };
    break;
  }
  return { ...data, pages };
}

function fits(conversation: Conversation, filter: ConversationFilter, me: string | null): boolean {
  if (conversation.state !== filter.state || !fitsRest(conversation, filter)) return false;
  if (filter.assignee === "me") return conversation.assignee?.id === me;
  if (filter.assignee === "none") return conversation.assignee === null;
  return filter.assignee === "" || conversation.assignee?.id === filter.assignee;
}

/** What only the server can tell (a tag, how long somebody has waited) lets in what is there; the next refetch mends it. */
function fitsRest(conversation: Conversation, filter: ConversationFilter): boolean {
  if (filter.unread && conversation.unread === 0) return false;
  if (filter.answerer && conversation.answerer !== filter.answerer) return false;
  if (filter.channel_id && conversation.channel.id !== filter.channel_id) return false;
  if (filter.team_id && conversation.team?.id !== filter.team_id) return false;
  const at = conversation.last_message.at;
  return !(filter.since && at < filter.since) && !(filter.until && at >= filter.until);
}

/** Whether a conversation that was not in a list may be put there: where only the server can tell, it may not. */
const mayEnter = (filter: ConversationFilter): boolean => filter.q === "" && !filter.tag && !filter.waiting_minutes;

export const lastMoment = (conversation: Conversation): string => conversation.last_message.at;

const newestFirst = (a: Conversation, b: Conversation): number =>
  Date.parse(lastMoment(b)) - Date.parse(lastMoment(a)) || b.id.localeCompare(a.id);

/** Replaces messages that are known, and leaves out those that are not. */
export function replaceMessages(data: Pages<Page<Message>>, incoming: Message[]): Pages<Page<Message>> {
  const byId = new Map(incoming.map((message) => [message.id, message]));
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map((known) => furtherOf(known, byId.get(known.id) ?? known)) })) };
}

/** Replaces messages that are known and appends those that are not, keeping the order of the thread. */
export function mergeMessages(data: Pages<Page<Message>>, incoming: Message[]): Pages<Page<Message>> {
  const byId = new Map(incoming.map((message) => [message.id, message]));
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.map((known) => {
      const next = byId.get(known.id);
      byId.delete(known.id);
      return next ? furtherOf(known, next) : known;
    }),
  }));
  const newest = pages[0];
  if (!newest || byId.size === 0) return { ...data, pages };
  const oldestLoaded = pages.at(-1)?.items[0];
  const added = [...byId.values()].filter((message) => !oldestLoaded || inOrder(oldestLoaded, message) < 0);
  pages[0] = { ...newest, items: [...newest.items, ...added].sort(inOrder) };
  return { ...data, pages };
}

/** The thread after its newest page was fetched anew; older pages are dropped if messages in between may be missing. */
export function mergeNewestPage(data: Pages<Page<Message>>, page: Page<Message>): Pages<Page<Message>> {
  const known = new Set(data.pages.flatMap((one) => one.items.map((message) => message.id)));
  const continuous = page.next_cursor === null || page.items.some((message) => known.has(message.id));
  return continuous ? mergeMessages(data, page.items) : { pages: [page], pageParams: [null] };
}

const RANK: Record<string, number> = { queued: 0, dispatching: 1, unconfirmed: 2, accepted: 3, sent: 4, delivered: 5, read: 6, played: 7 };

/** Two answers about one message may overtake each other on the way; a receipt never goes back. */
function furtherOf(known: Message, next: Message): Message {
  const before = RANK[known.status];
  const after = RANK[next.status];
  const overtaken = before !== undefined && after !== undefined && before >= 4 && after < before;
  return overtaken ? { ...next, status: known.status } : next;
}

const inOrder = (a: Message, b: Message): number => Date.parse(a.created_at) - Date.parse(b.created_at) || a.id.localeCompare(b.id);

/** The provider's name of the message that a reaction belongs to; null for every other message. */
export function reactedTo(message: Message): string | null {
  const about = message.type === "reaction" ? message.content?.about : null;
  return typeof about === "string" ? about : null;
}
