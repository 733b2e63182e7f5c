// Asks the API. What went wrong is told apart by kind, for the page says something different for each.
export class NotSignedIn extends Error {}
export class NotReady extends Error {}
export class NotThere extends Error {}

const KINDS = {401: NotSignedIn, 503: NotReady, 404: NotThere};

async function ask(path) {
  const answer = await fetch(path, {headers: {Accept: "application/json"}, cache: "no-store"});
  if (!answer.ok) {
    throw new (KINDS[answer.status] ?? Error)(`${path}: ${answer.status}`);
  }
  return answer.json();
}

export const status = () => ask("/api/v1/status");

export const campaign = id => ask(`/api/v1/campaigns/${encodeURIComponent(id)}`);

export const campaigns = () => ask("/api/v1/campaigns?limit=500");

export async function signIn(key) {
  const answer = await fetch("/api/v1/session", {method: "POST", body: new URLSearchParams({key})});
  return answer.ok;
}

export const signOut = () => fetch("/api/v1/session", {method: "DELETE"});
