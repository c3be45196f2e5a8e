/** Does what a screen asks fit what the API offers? Paths, parameters, bodies and answers are checked against its description. */
import type { paths } from "./generated";
import { call } from "./http";

type Method = "get" | "post" | "put" | "patch" | "delete";
type Path<M extends Method> = { [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never }[keyof paths];
type Operation<P extends keyof paths, M extends Method> = P extends keyof paths ? NonNullable<paths[P][M]> : never;

type Json<R> = R extends { content: { "application/json": infer Body } } ? Body : undefined;
type Answer<O> = O extends { responses: { 200: infer R } | { 201: infer R } | { 202: infer R } | { 204: infer R } } ? Json<R> : never;

type Given<O, Part extends "path" | "query"> = O extends { parameters: Record<Part, infer Values extends object> } ? Record<Part, Values> : { [_ in Part]?: never };
type OptionalQuery<O> = O extends { parameters: { query?: infer Values } } ? { query?: Values } : { query?: never };
type Body<O> = O extends { requestBody: { content: { "application/json": infer Json } } } ? { json: Json } : { json?: never };
type Options<O> = Given<O, "path"> & OptionalQuery<O> & Body<O> & { headers?: Record<string, string>; signal?: AbortSignal | undefined; anonymous?: boolean };

interface Loose {
  path?: Record<string, unknown>;
  query?: Record<string, string | number | null | undefined>;
  json?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  anonymous?: boolean;
}

export function get<P extends Path<"get">>(path: P, options: Options<Operation<P, "get">>): Promise<Answer<Operation<P, "get">>> {
  return perform("GET", path, options as Loose);
}

export function post<P extends Path<"post">>(path: P, options: Options<Operation<P, "post">>): Promise<Answer<Operation<P, "post">>> {
  return perform("POST", path, options as Loose);
}

export function put<P extends Path<"put">>(path: P, options: Options<Operation<P, "put">>): Promise<Answer<Operation<P, "put">>> {
  return perform("PUT", path, options as Loose);
}

export function patch<P extends Path<"patch">>(path: P, options: Options<Operation<P, "patch">>): Promise<Answer<Operation<P, "patch">>> {
  return perform("PATCH", path, options as Loose);
}

export function remove<P extends Path<"delete">>(path: P, options: Options<Operation<P, "delete">>): Promise<Answer<Operation<P, "delete">>> {
  return perform("DELETE", path, options as Loose);
}

function perform<T>(method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", template: string, { path, ...options }: Loose): Promise<T> {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path?.[name])));
  return call<T>(filled, { method, ...options });
}
