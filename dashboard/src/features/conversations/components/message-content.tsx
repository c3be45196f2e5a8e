/** What does a message carry besides its text? */
import { CircleSlash, MapPin, UserRound } from "lucide-react";

import type { Message } from "@/api/contract";
import { readContacts, readLocation } from "@/lib/message-content";
import { safeHref } from "@/lib/rich-text";
import { SafeText } from "@/ui/safe-text";

import { unsupportedSentence } from "../texts";
import { MediaView } from "./media-view";

const KNOWN = new Set([
  "text", "image", "video", "audio", "document", "sticker", "location", "contacts", "interactive", "button", "template", "reaction", "system", "note", "order", "event", "request_welcome",
]);

export function MessageContent({ message }: { message: Message }) {
  const empty = !message.text && message.media.length === 0;
  return (
    <>
      {message.type === "template" && <TemplateName content={message.content} />}
      {message.media.map((media) => (
        <MediaView key={media.id} media={media} type={message.type} />
      ))}
      {message.type === "location" && <Location content={message.content} />}
      {message.type === "contacts" && <Contacts content={message.content} />}
      {(message.type === "unsupported" || message.type === "unknown" || (!KNOWN.has(message.type) && empty)) && (
        <p className="flex max-w-84 items-start gap-2 text-list text-bubble-meta" data-testid="unsupported">
          <CircleSlash className="mt-0.5 size-4 shrink-0" aria-hidden />
          {unsupportedSentence(message.type, message.subtype, message.text !== "")}
        </p>
      )}
    </>
  );
}

function TemplateName({ content }: { content: Message["content"] }) {
  const template = content?.template as { name?: unknown } | undefined;
  if (typeof template?.name !== "string") return null;
  return (
    <p className="text-sm text-bubble-meta">
      Modelo <SafeText text={template.name} max={80} />
    </p>
  );
}

function Location({ content }: { content: Message["content"] }) {
  const place = readLocation(content);
  if (!place) return <p className="text-bubble-meta italic">Localização sem coordenadas</p>;
  const { latitude, longitude, name, address } = place;
  return (
    <a
      href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="flex min-w-56 items-center gap-2.5 rounded-md bg-black/5 p-2.5 dark:bg-white/5"
    >
      <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent-text">
        <MapPin className="size-4.5" aria-hidden />
      </span>
      <span className="min-w-0">
        <span className="block truncate text-list font-medium">
          <SafeText text={name ?? "Localização"} max={80} />
        </span>
        <span className="block truncate text-sm text-bubble-meta">
          <SafeText text={address ?? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`} max={120} />
        </span>
        <span className="block text-sm font-medium text-info-text">Abrir no mapa</span>
      </span>
    </a>
  );
}

function Contacts({ content }: { content: Message["content"] }) {
  const people = readContacts(content);
  if (people.length === 0) return <p className="text-bubble-meta italic">Cartão de contato vazio</p>;
  return people.slice(0, 10).map((person, index) => (
    <div key={index} className="mb-1 flex min-w-56 items-center gap-2.5 rounded-md bg-black/5 p-2.5 dark:bg-white/5">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-info-soft text-info-text">
        <UserRound className="size-4.5" aria-hidden />
      </span>
      <span className="min-w-0">
        <span className="block truncate text-list font-medium">
          <SafeText text={person.name} max={80} />
        </span>
        {person.phones.slice(0, 4).map((phone) => {
          const href = safeHref(`tel:${phone.replace(/[^\d+]/g, "")}`);
          return (
            <a key={phone} href={href ?? undefined} rel="noopener" className="block text-sm text-info-text">
              <SafeText text={phone} max={40} />
            </a>
          );
        })}
      </span>
    </div>
  ));
}
