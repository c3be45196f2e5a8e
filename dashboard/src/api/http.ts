/** How is the API called? JSON in and out, the token renewed once when it has expired. */
import { ApiProblem, readProblem } from "./problem";
import { currentToken, renewSession } from "./session";

interface Call {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  query?: Record<string, string | number | null | undefined>;
  json?: unknown;
  body?: Blob;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Sign-in itself must not be answered by a renewal. */
  anonymous?: boolean;
}

export async function call<T>(path: string, options: Call = {}): Promise<T> {
  const response = await request(path, options);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

export async function callForBlob(path: string, signal?: AbortSignal): Promise<Blob> {
  return (await request(path, { signal })).blob();
}

async function request(path: string, options: Call): Promise<Response> {
  const first = await attempt(path, options, currentToken());
  if (first.status !== 401 || options.anonymous) return accepted(first);
  const token = await renewSession();
  if (token === null) throw new ApiProblem(401, "session_ended");
  return accepted(await attempt(path, options, token));
}

async function accepted(response: Response): Promise<Response> {
  if (!response.ok) throw await readProblem(response);
  return response;
}

async function attempt(path: string, options: Call, token: string | null): Promise<Response> {
  const headers = new Headers(options.headers);
  if (token !== null && !options.anonymous) headers.set("Authorization", `Bearer ${token}`);
  if (options.json !== undefined) headers.set("Content-Type", "application/json");
  const init: RequestInit = { method: options.method ?? "GET", headers, cache: "no-store" };
  if (options.json !== undefined) init.body = JSON.stringify(options.json);
  if (options.body) init.body = options.body;
  if (options.signal) init.signal = options.signal;
  try {
    return await fetch(path + search(options.query), init);
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new ApiProblem(0, "network");
  }
}

function search(query: Call["query"]): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== null && value !== undefined && value !== "") parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `?${text}` : "";
}
