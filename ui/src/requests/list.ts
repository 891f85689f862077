// The list of requests: which are shown, in which order, and which go into a letter.
import type { RequestState, RequestView } from "../bindings";

/** All states, in the order in which a request goes through them. */
export const STATES = ["draft", "sent", "answered", "declined"] as const satisfies readonly RequestState[];

export interface RequestFilter {
  /** The name of the provider; empty for all. */
  provider: string;
  /** A state, all requests without an answer, or all requests. */
  status: RequestState | "open" | "all";
  words: string;
}

export const NO_FILTER: RequestFilter = { provider: "", status: "all", words: "" };

/** The keys that set the state of the request in focus. */
const KEYS: Readonly<Record<string, RequestState>> = { d: "draft", s: "sent", a: "answered", x: "declined" };

/** The state that a key sets. */
export const stateOfKey = (key: string): RequestState | undefined => KEYS[key.toLowerCase()];

export const isOpen = (one: RequestView): boolean => one.status === "draft" || one.status === "sent";

/** The providers that have requests, in the order of their first request. */
export const providersOf = (requests: readonly RequestView[]): string[] => [
  ...new Set(requests.map((one) => one.provider).filter(Boolean)),
];

function fits(one: RequestView, filter: RequestFilter): boolean {
  if (filter.provider && one.provider !== filter.provider) return false;
  if (filter.status === "open" ? !isOpen(one) : filter.status !== "all" && one.status !== filter.status) return false;
  const text = [one.number, one.about, one.question, one.answer, one.asked_by, one.group].join(" ").toLowerCase();
  return filter.words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/**
 * A sort key: first open requests with a day, the earliest first; then open ones without a day; then those with an
 * answer.
 */
function rank(one: RequestView): string {
  if (!isOpen(one)) return "2";
  return one.due ? `0${one.due}` : "1";
}

/** The requests that fit the filter, those that are due first. */
export function listed(requests: readonly RequestView[], filter: RequestFilter): RequestView[] {
  const place = new Map(requests.map((one, at) => [one.row, at]));
  const order = (a: RequestView, b: RequestView): number =>
    rank(a).localeCompare(rank(b)) || (place.get(a.row) ?? 0) - (place.get(b.row) ?? 0);
  return requests.filter((one) => fits(one, filter)).sort(order);
}

/** The requests for a letter to this provider: the chosen ones, or the drafts where none is chosen. */
export function inLetter(
  requests: readonly RequestView[],
  provider: string,
  chosen: ReadonlySet<string>,
): RequestView[] {
  const theirs = requests.filter((one) => one.provider === provider);
  return chosen.size ? theirs.filter((one) => chosen.has(one.row)) : theirs.filter((one) => one.status === "draft");
}
