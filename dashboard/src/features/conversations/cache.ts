/** How does what the server just said reach the lists and threads on the screen? */
import type { QueryClient } from "@tanstack/react-query";

import type { Conversation, ConversationPage, Message, Page } from "@/api/contract";
import { api, type ConversationFilter } from "@/api/endpoints";
import { keys } from "@/api/keys";
import { sessionStore } from "@/api/session";

import { mergeMessages, mergeNewestPage, type Pages, placeConversation, reactedTo, replaceMessages } from "./cache-rules";
import { THREAD_PAGE } from "./queries";

export function putConversation(client: QueryClient, conversation: Conversation): void {
  const me = sessionStore.get()?.user.id ?? null;
  client.setQueryData(keys.conversation(conversation.id), conversation);
  const lists = client.getQueriesData<Pages<ConversationPage>>({ queryKey: keys.conversationLists });
  for (const [key, list] of lists) {
    if (list) client.setQueryData(key, placeConversation(list, conversation, key[2] as ConversationFilter, me));
  }
}

/** Takes a conversation that one may not see any more out of every list. */
export function dropConversation(client: QueryClient, id: string): void {
  const lists = client.getQueriesData<Pages<ConversationPage>>({ queryKey: keys.conversationLists });
  for (const [key, list] of lists) {
    if (list) client.setQueryData(key, { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) })) });
  }
  void client.resetQueries({ queryKey: keys.conversation(id) });
}

export function putMessages(client: QueryClient, conversationId: string, messages: Message[]): void {
  client.setQueryData<Pages<Page<Message>>>(keys.thread(conversationId), (thread) => thread && mergeMessages(thread, messages));
  client.setQueriesData<Pages<Page<Message>>>({ queryKey: keys.threadNears(conversationId) }, (near) => near && replaceMessages(near, messages));
}

export async function refreshMessage(client: QueryClient, conversationId: string, messageId: string): Promise<void> {
  const message = await api.message(conversationId, messageId);
  putMessages(client, conversationId, [message]);
  const about = reactedTo(message);
  if (about === null) return;
  const nears = client.getQueriesData<Pages<Page<Message>>>({ queryKey: keys.threadNears(conversationId) }).map(([, near]) => near);
  const threads = [client.getQueryData<Pages<Page<Message>>>(keys.thread(conversationId)), ...nears];
  const target = threads.flatMap((thread) => thread?.pages ?? []).flatMap((page) => page.items).find((one) => one.provider_id === about);
  // A reaction is shown at its message, which may stand in an earlier conversation; only the server knows all of them.
  if (target) putMessages(client, conversationId, [await api.message(target.conversation_id, target.id)]);
}

export async function refreshNewest(client: QueryClient, conversationId: string): Promise<void> {
  const page = await api.messages(conversationId, null, THREAD_PAGE);
  client.setQueryData<Pages<Page<Message>>>(keys.thread(conversationId), (thread) => thread && mergeNewestPage(thread, page));
}

/** Back to the newest messages alone: what lies before is loaded again when it is read. */
export function trimThread(client: QueryClient, conversationId: string): void {
  client.setQueryData<Pages<Page<Message>>>(keys.thread(conversationId), (thread) =>
    thread && thread.pages.length > 1 ? { pages: thread.pages.slice(0, 1), pageParams: thread.pageParams.slice(0, 1) } : thread,
  );
}
