// The stream of events. The browser itself comes back after a broken connection and says where it stood; only when the
// server refuses, or has forgotten that far back, does the page have to load everything anew.
import {base} from "./data.js";

export function follow(position, {event, state, reload}) {
  const source = new EventSource(`${base}/stream?from=${encodeURIComponent(position)}`);
  const pass = type => source.addEventListener(type, message => event(type, JSON.parse(message.data)));
  ["campaign", "campaign-gone", "alert"].forEach(pass);
  source.addEventListener("open", () => state("live"));
  source.addEventListener("reset", () => {
    source.close();
    reload(0);
  });
  source.addEventListener("error", () => {
    state("lost");
    if (source.readyState === EventSource.CLOSED) {
      reload(3000);
    }
  });
  return () => source.close();
}
