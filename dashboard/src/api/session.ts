/** Who is signed in? The access token lives in this module's memory and nowhere else. */
import { createStore } from "@/lib/store";

import type { Session, SignedIn } from "./contract";
import { ApiProblem, readProblem } from "./problem";

/** The session as the screens see it; null before it is known or after it ended. */
export const sessionStore = createStore<Session | null>(null);

const others = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("recado.session");
let accessToken: string | null = null;
let signedInBefore = false;
let leftByWill = false;
let renewing: Promise<string | null> | null = null;

export function currentToken(): string | null {
  return accessToken;
}

export function adoptSession(signedIn: SignedIn): void {
  const { access_token, expires_in, ...session } = signedIn;
  accessToken = access_token;
  signedInBefore = true;
  sessionStore.set(session);
}

/** `left`: the person signed out; the other tabs follow, and no one is asked to return to where they were. */
export function forgetSession(left: boolean): void {
  accessToken = null;
  leftByWill = left;
  sessionStore.set(null);
  if (left) others?.postMessage("left");
}

/** Whether the last session ended because the person signed out. */
export const signedOutByWill = (): boolean => leftByWill;

/** Whether a session of this page came to its end without the person asking. */
export const sessionRanOut = (): boolean => signedInBefore && !leftByWill && sessionStore.get() === null;

others?.addEventListener("message", () => {
  accessToken = null;
  leftByWill = true;
  sessionStore.set(null);
});

/** Trades the refresh cookie for a new token; null when the session is over. Throws when the server cannot be asked. */
export function renewSession(): Promise<string | null> {
  renewing ??= oneTabAtATime(askForToken).finally(() => (renewing = null));
  return renewing;
}

// The refresh token rotates: two tabs that spend it at the same moment would look like theft.
async function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  return "locks" in navigator ? await navigator.locks.request("recado.refresh", work) : await work();
}

async function askForToken(): Promise<string | null> {
  const response = await fetch("/api/v1/session/refresh", { method: "POST", cache: "no-store" }).catch(() => {
    throw new ApiProblem(0, "network");
  });
  if (response.status === 401 || response.status === 403) {
    forgetSession(false);
    return null;
  }
  if (!response.ok) throw await readProblem(response);
  const signedIn = (await response.json()) as SignedIn;
  adoptSession(signedIn);
  return signedIn.access_token;
}
