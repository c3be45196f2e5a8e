/** What does a table say about a word that came from outside? */

/** The entry of the table itself; a word such as "constructor", which every object answers to, finds nothing. */
export function lookup<T>(table: Readonly<Record<string, T>>, word: string | null | undefined): T | undefined {
  return word !== null && word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}
