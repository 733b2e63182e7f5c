// Asks the API. What went wrong is told apart by kind, for the page says something different for each.
export class NotSignedIn extends Error {}
export class NotReady extends Error {}
export class NotThere extends Error {}

const asked = new URLSearchParams(location.search);

// Which replay the page shows, if it is not live.
export const replay = asked.get("replay");
export const run = Number(asked.get("run") ?? 0);
export const base = replay === null ? "/api/v1" : `/api/v1/replays/${encodeURIComponent(replay)}/${run}`;

const KINDS = {401: NotSignedIn, 503: NotReady, 404: NotThere};

async function ask(path) {
  const answer = await fetch(path, {headers: {Accept: "application/json"}, cache: "no-store"});
  if (!answer.ok) {
    throw new (KINDS[answer.status] ?? Error)(`${path}: ${answer.status}`);
  }
  return answer.json();
}

export const status = () => ask(`${base}/status`);

export const campaign = id => ask(`${base}/campaigns/${encodeURIComponent(id)}`);

export const campaigns = () => ask(`${base}/campaigns?limit=500`);

export const alerts = () => ask(`${base}/alerts?limit=100`);

export async function signIn(key) {
  const answer = await fetch("/api/v1/session", {method: "POST", body: new URLSearchParams({key})});
  return answer.ok;
}

export const signOut = () => fetch("/api/v1/session", {method: "DELETE"});

export const replays = () => ask("/api/v1/replays");

export const replayed = () => ask(`/api/v1/replays/${encodeURIComponent(replay)}`);

export const stopReplay = () => fetch(`/api/v1/replays/${encodeURIComponent(replay)}`, {method: "DELETE"});

// The replay that began, or the one sentence on why none did.
export async function startReplay(wish) {
  const answer = await fetch("/api/v1/replays", {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(wish)});
  const body = await answer.json();
  return answer.ok ? {replay: body} : {problem: body.detail};
}
