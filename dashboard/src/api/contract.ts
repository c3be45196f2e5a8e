/** What does the API say and take? Times are ISO 8601 in UTC, ids are UUIDs. */

export type ConversationState = "active" | "waiting" | "archived";
export type Answerer = "flow" | "agent" | "person";

interface Ref {
  id: string;
  name: string;
}

export interface Session {
  user: { id: string; name: string; email: string };
  /** Null for the platform's own people outside of any organization. */
  organization: { id: string; name: string; slug: string; time_zone: string } | null;
  role: string;
  permissions: string[];
  organizations: { id: string; name: string; role: string }[];
}

export interface SignedIn extends Session {
  access_token: string;
  expires_in: number;
}

export interface Conversation {
  id: string;
  state: ConversationState;
  state_reason: string | null;
  state_since: string;
  answerer: Answerer;
  assignee: Ref | null;
  contact: { id: string; name: string; phone: string; opted_out: boolean };
  channel: { id: string; name: string; adapter: string; number: string };
  bot: Ref | null;
  unread: number;
  last_message: { preview: string; direction: Direction; at: string } | null;
  waiting_since: string | null;
  opened_at: string;
  archived_at: string | null;
  previous_id: string | null;
  window: { open: boolean; closes_at: string | null } | null;
  handoff: Handoff | null;
  node: string | null;
  variables: Record<string, unknown> | null;
}

interface Handoff {
  id: string;
  state: string;
  reason: string;
  priority: string;
  opened_at: string;
}

type Direction = "in" | "out" | "note" | "system";
export type Author = "contact" | "flow" | "agent" | "person" | "phone" | "system";

export interface Failure {
  code: string | number | null;
  title: string | null;
  details: string | null;
}

export interface Media {
  id: string;
  mime_type: string;
  filename: string | null;
  size: number | null;
  voice: boolean;
  state: "pending" | "stored" | "failed";
  url: string;
}

export interface Message {
  id: string;
  conversation_id: string;
  direction: Direction;
  type: string;
  subtype: string | null;
  text: string | null;
  content: Record<string, unknown> | null;
  author: Author;
  author_name: string | null;
  status: string;
  failure: Failure | null;
  possible_duplicate: boolean;
  reply_to: { id: string | null; text: string | null; author: string | null } | null;
  reactions: { emoji: string; by: string | null }[];
  edited: boolean;
  revoked: boolean;
  media: Media[];
  buttons: { id: string; title: string }[];
  sections: { title: string | null; rows: { id: string; title: string; description: string | null }[] }[];
  created_at: string;
  sent_at: string | null;
}

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

export interface ConversationPage extends Page<Conversation> {
  counts: Record<ConversationState, number>;
}

export interface Channel {
  id: string;
  adapter: string;
  name: string;
  number: string;
  external_id: string | null;
  state: "connected" | "connecting" | "attention" | "disconnected";
  state_reason: string | null;
  state_since: string;
  last_checked_at: string | null;
  is_fallback: boolean;
}

export type FigureName = "active" | "waiting" | "archived" | "total" | "messages_today" | "closing_rate";

export interface Overview {
  figures: Record<FigureName, number | null>;
  trends: Partial<Record<FigureName, { sparkline: (number | null)[]; week_before: number | null }>>;
  delegation: { pending: number; sent: number; failed: number; total: number };
  open_handoffs: number;
  messages_per_hour: { hour: number; in: number; out: number }[];
  longest_waiting: Conversation[];
  connections: Channel[];
}

export interface DeadLetter {
  id: string;
  kind: string;
  summary: string;
  cause: string;
  attempts: number;
  died_at: string;
  state: string;
  conversation_id: string | null;
}

export interface System {
  simulator_url: string | null;
  version: string;
}

export interface UploadedMedia {
  media_id: string;
  mime_type: string;
  size: number;
}
