/** Under which name does the cache keep what the server said? */
import type { ConversationFilter } from "./endpoints";

export const keys = {
  overview: ["overview"] as const,
  system: ["system"] as const,
  conversationLists: ["conversations", "list"] as const,
  conversationList: (filter: ConversationFilter) => ["conversations", "list", filter] as const,
  conversationCounts: ["conversations", "counts"] as const,
  conversations: ["conversations", "one"] as const,
  conversation: (id: string) => ["conversations", "one", id] as const,
  flowSession: (id: string) => ["conversations", "flow", id] as const,
  thread: (id: string) => ["conversations", "thread", id] as const,
  media: (url: string) => ["media", url] as const,
  deadLetters: ["dead-letters"] as const,
  flows: ["flows", "list"] as const,
  flow: (id: string) => ["flows", "one", id] as const,
  flowVersions: (id: string) => ["flows", "versions", id] as const,
  flowAnalytics: (id: string, days: number) => ["flows", "analytics", id, days] as const,
  flowTests: (id: string) => ["flows", "tests", id] as const,
  nodeTypes: ["flows", "node-types"] as const,
  flowTemplates: ["flows", "templates"] as const,
  bots: ["flows", "bots"] as const,
  secrets: ["secrets"] as const,
};
