// What does the page ask of the simulator?

import { toast } from "./dom.js";

async function call(method, path, body) {
  const form = body instanceof FormData;
  const response = await fetch(`/control/${path}`, {
    method,
    body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    headers: body === undefined || form ? {} : { "Content-Type": "application/json" },
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `erro ${response.status}`);
  return answer;
}

export const api = {
  accounts: () => call("GET", "accounts"),
  phones: () => call("GET", "phones?page=1"),
  everyone: () => call("GET", "phones"),
  phone: (number) => call("GET", `phones/${number}`),
  change: (number, changes) => call("PUT", `phones/${number}`, changes),
  say: (number, said) => call("POST", `phones/${number}/messages`, said),
  read: (number, account) => call("POST", `phones/${number}/read`, { account }),
  played: (number, id) => call("POST", `phones/${number}/played`, { id }),
  moveNumber: (number, to) => call("POST", `phones/${number}/number`, { to }),
  newUserId: (number) => call("POST", `phones/${number}/user_id`, {}),
  preference: (number, marketing) => call("POST", `phones/${number}/preferences`, { marketing }),
  faults: () => call("GET", "faults"),
  order: (fault) => call("POST", "faults", fault),
  clearFault: (id) => call("DELETE", id ? `faults/${id}` : "faults"),
  clock: () => call("GET", "clock"),
  advance: (seconds) => call("POST", "clock", { advance_s: seconds }),
  resetClock: () => call("POST", "clock", { reset: true }),
  habits: (preset) => call("POST", "habits", { preset }),
  limits: (changes) => (changes ? call("POST", "limits", changes) : call("GET", "limits")),
  deliveries: () => call("GET", "deliveries?limit=8"),
  upload(number, account, file) {
    const form = new FormData();
    form.append("file", file, file.name);
    return call("POST", `phones/${number}/media?account=${account}`, form);
  },
};

export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(`Não deu certo: ${error.message}`, true);
    return undefined;
  }
}
