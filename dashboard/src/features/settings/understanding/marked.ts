/** Which pieces does a text fall into, when places of it are marked? */

export interface Place {
  start: number;
  end: number;
}

export interface Piece<T extends Place> {
  text: string;
  marks: T[];
}

/** Places count characters as Python does (code points), and may overlap; pieces join to the whole text. */
export function piecesOf<T extends Place>(text: string, places: readonly T[]): Piece<T>[] {
  const characters = Array.from(text);
  const edges = new Set([0, characters.length]);
  for (const { start, end } of places) [start, end].forEach((at) => edges.add(Math.max(0, Math.min(at, characters.length))));
  const sorted = [...edges].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((start, at) => {
    const end = sorted[at + 1] ?? characters.length;
    return { text: characters.slice(start, end).join(""), marks: places.filter((place) => place.start <= start && place.end >= end) };
  });
}
