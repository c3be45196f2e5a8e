import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { SignedIn } from "./contract";
import { call } from "./http";
import { ApiProblem } from "./problem";
import { adoptSession, currentToken, forgetSession, sessionStore } from "./session";

const signedIn = (access_token: string): SignedIn => ({
  access_token,
  expires_in: 600,
  user: { id: "u", name: "Bia", email: "b@x" },
  organization: { id: "o", name: "O", slug: "o", time_zone: "America/Sao_Paulo" },
  role: "operator",
  totp_on: false,
  permissions: [],
  organizations: [],
});

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

describe("call", () => {
  const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
  const sent = (index: number) => new Headers(fetched.mock.calls[index]?.[1].headers).get("authorization");

  beforeEach(() => {
    vi.stubGlobal("fetch", fetched.mockReset());
    adoptSession(signedIn("old"));
  });
  afterEach(() => {
    forgetSession(false);
    vi.unstubAllGlobals();
  });

  it("renews the token once after a 401 and repeats the call", async () => {
    fetched
      .mockResolvedValueOnce(json(401, { code: "session_ended" }))
      .mockResolvedValueOnce(json(200, signedIn("new")))
      .mockResolvedValueOnce(json(200, { ok: true }));
    await expect(call("/api/v1/me")).resolves.toEqual({ ok: true });
    expect([sent(0), sent(2)]).toEqual(["Bearer old", "Bearer new"]);
    expect(fetched.mock.calls[1]?.[0]).toBe("/api/v1/session/refresh");
  });

  it("asks for one token however many calls were refused together", async () => {
    fetched.mockImplementation((url, init) => {
      if (url.endsWith("/refresh")) return Promise.resolve(json(200, signedIn("new")));
      return Promise.resolve(new Headers(init.headers).get("authorization") === "Bearer new" ? json(200, 1) : json(401, {}));
    });
    await Promise.all([call("/a"), call("/b"), call("/c")]);
    expect(fetched.mock.calls.filter(([url]) => url.endsWith("/refresh"))).toHaveLength(1);
  });

  it("ends the session when the cookie is refused, and does not loop", async () => {
    fetched.mockImplementation(() => Promise.resolve(json(401, {})));
    await expect(call("/api/v1/me")).rejects.toMatchObject({ status: 401, code: "session_ended" });
    expect(fetched).toHaveBeenCalledTimes(2);
    expect(sessionStore.get()).toBeNull();
    expect(currentToken()).toBeNull();
  });

  it("keeps the session when the server cannot be asked", async () => {
    fetched.mockResolvedValueOnce(json(401, {})).mockRejectedValueOnce(new TypeError("offline"));
    await expect(call("/api/v1/me")).rejects.toMatchObject({ status: 0, code: "network" });
    expect(sessionStore.get()).not.toBeNull();
  });

  it("keeps the token out of what the page can store", () => {
    expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), sessionStore.get()])).not.toContain("old");
  });

  it("reads code and data of a problem, and names a body that is none", async () => {
    fetched.mockResolvedValueOnce(json(409, { code: "taken_by_other", data: { name: "Rafa" } }));
    await expect(call("/x")).rejects.toEqual(new ApiProblem(409, "taken_by_other", { name: "Rafa" }));
    fetched.mockResolvedValueOnce(new Response("<html>", { status: 502 }));
    await expect(call("/x")).rejects.toMatchObject({ code: "server_error", mayPass: true });
  });

  it("leaves empty parameters out and encodes the others", async () => {
    fetched.mockResolvedValueOnce(json(200, null));
    await call("/api/v1/conversations", { query: { q: "açaí & cia", cursor: null, assignee: "", limit: 5 } });
    expect(fetched.mock.calls[0]?.[0]).toBe("/api/v1/conversations?q=a%C3%A7a%C3%AD+%26+cia&limit=5");
  });
});
