/** Why did the API refuse? */

/** A refusal or failure: the status, the code of the problem body, and its data. Status 0: the network failed. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly data: Record<string, unknown> = {},
  ) {
    super(`${status} ${code}`);
    this.name = "ApiProblem";
  }

  /** Whether the same request may succeed later, unchanged. */
  get mayPass(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

export function problemCode(error: unknown): string {
  return error instanceof ApiProblem ? error.code : "unexpected";
}

export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const fields = isRecord(body) ? body : {};
  const code = typeof fields.code === "string" ? fields.code : fallbackCode(response.status);
  return new ApiProblem(response.status, code, isRecord(fields.data) ? fields.data : {});
}

function fallbackCode(status: number): string {
  if (status === 401) return "session_ended";
  if (status === 403) return "forbidden";
  if (status === 404) return "not_found";
  if (status === 413) return "too_large";
  if (status === 429) return "too_many_attempts";
  return status >= 500 ? "server_error" : "refused";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
