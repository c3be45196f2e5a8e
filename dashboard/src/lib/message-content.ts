/** What do the loosely shaped parts of a message hold? Providers differ, and strangers fill them in. */

type Loose = Record<string, unknown>;

export interface Place {
  latitude: number;
  longitude: number;
  name: string | null;
  address: string | null;
}

export function readLocation(content: Loose | null): Place | null {
  const place = asLoose(content?.location) ?? content;
  const latitude = Number(place?.latitude ?? place?.lat);
  const longitude = Number(place?.longitude ?? place?.lng);
  if (!place || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return null;
  return { latitude, longitude, name: asText(place.name), address: asText(place.address) };
}

export interface SharedContact {
  name: string;
  phones: string[];
}

export function readContacts(content: Loose | null): SharedContact[] {
  const list = Array.isArray(content?.contacts) ? (content.contacts as unknown[]) : [];
  return list.flatMap((entry) => {
    const person = asLoose(entry);
    if (!person) return [];
    const name = asLoose(person.name);
    const shown = asText(person.name) ?? asText(name?.formatted_name) ?? asText(name?.first_name) ?? "Contato sem nome";
    const phones = Array.isArray(person.phones) ? (person.phones as unknown[]) : [];
    return [{ name: shown, phones: phones.flatMap((phone) => asText(phone) ?? asText(asLoose(phone)?.phone) ?? asText(asLoose(phone)?.wa_id) ?? []) }];
  });
}

function asLoose(value: unknown): Loose | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Loose) : null;
}

function asText(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}
