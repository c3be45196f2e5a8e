/** What can be asked of the understanding of customers? */
import { get, post, put, remove } from "./client";
import type { components } from "./generated";

type Schemas = components["schemas"];

export type Reading = Schemas["ReadOutput"];
export type Entity = Schemas["EntityOutput"];
export type Doubt = Schemas["DoubtOutput"];
export type Training = Schemas["TrainingOutput"];
export type Marks = Schemas["MarksOutput"];
export type Kept = Schemas["KeptOutput"];
export type Word = Schemas["VocabularyOutput"];
export type WordKind = Schemas["WordsInput"]["kind"];
export type Sentence = Schemas["SentenceInput"];
export type Figures = Schemas["FiguresOutput"];
export type DoubtState = Doubt["state"];

const BASE = "/api/v1/understanding";
const DOUBT = `${BASE}/doubts/{doubt_id}` as const;

export const understandingApi = {
  overview: (signal?: AbortSignal) => get(BASE, { signal }),
  try: (json: Sentence) => post(`${BASE}/sentence`, { json }),
  setReading: (json: Schemas["ReadingInput"]) => put(`${BASE}/reading`, { json }),
  phrases: async (intent: string, signal?: AbortSignal) => (await get(`${BASE}/phrases`, { query: { intent }, signal })).items,
  addPhrases: (json: Schemas["PhrasesInput"]) => post(`${BASE}/phrases`, { json }),
  removePhrase: (phrase_id: string) => remove(`${BASE}/phrases/{phrase_id}`, { path: { phrase_id } }),
  words: async (signal?: AbortSignal) => (await get(`${BASE}/words`, { signal })).items,
  addWords: (json: Schemas["WordsInput"]) => post(`${BASE}/words`, { json }),
  removeWord: (word_id: string) => remove(`${BASE}/words/{word_id}`, { path: { word_id } }),
  doubts: (state: DoubtState, cursor: string | null, signal?: AbortSignal) => get(`${BASE}/doubts`, { query: { state, cursor: cursor ?? "", limit: 50 }, signal }),
  label: ({ id, label }: { id: string; label: string }) => post(`${DOUBT}/label`, { path: { doubt_id: id }, json: { label } }),
  skip: (id: string) => post(`${DOUBT}/skip`, { path: { doubt_id: id } }),
  reopen: (id: string) => post(`${DOUBT}/reopen`, { path: { doubt_id: id } }),
  trainings: (signal?: AbortSignal) => get(`${BASE}/trainings`, { signal }),
  train: (key: string) => post(`${BASE}/trainings`, { headers: { "Idempotency-Key": key } }),
  chooseModel: (training_id: string | null) => put(`${BASE}/model`, { json: { training_id } }),
  figures: (days: number, signal?: AbortSignal) => get(`${BASE}/figures`, { query: { days }, signal }),
};
