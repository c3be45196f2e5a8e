/** What does the API say? The names of its description, narrowed where it keeps a field loose. Times are ISO 8601 in UTC. */
import type { components, operations } from "./generated";

type Schemas = components["schemas"];
type Answer<O extends keyof operations> = operations[O] extends { responses: { 200: { content: { "application/json": infer Body } } } } ? Body : never;

export type SignedIn = Answer<"session.start">;
export type Session = Omit<SignedIn, "access_token" | "expires_in">;

export type Conversation = Schemas["ConversationOutput"];
export type ConversationState = Conversation["state"];
export type Answerer = Conversation["answerer"];
export type ConversationPage = Schemas["ConversationPage"];

export type Author = "contact" | "flow" | "agent" | "person" | "phone" | "system";
export type Media = Schemas["MediaOutput"];
export type Failure = Schemas["FailureOutput"];

export interface Message extends Omit<Schemas["MessageOutput"], "author" | "buttons" | "sections"> {
  author: Author;
  buttons: { id: string; title: string }[];
  sections: { title: string; rows: { id: string; title: string; description: string }[] }[];
}

export type MessagePage = Page<Message> & { newer_cursor: string | null };
export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

export type Channel = Schemas["ChannelOutput"];
export type Overview = Schemas["Overview"];
export type FigureName = keyof Overview["figures"];
export type DeadLetter = Schemas["DeadLetterOutput"];
export type UploadedMedia = Schemas["UploadedMedia"];
