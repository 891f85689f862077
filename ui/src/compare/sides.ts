// The two states that are compared: how an address names them, and how a person chooses them.
import type { ComparedCoverage, ComparedTopic, OfState, RevisionView } from "../bindings";
import { oldestFirst } from "../library/revisions";

export type Side = "left" | "right";
export type Sides = Record<Side, OfState>;
/** Which topics are shown. */
export const FILTERS = ["all", "differing", "one-states", "none-states"] as const;
export type Filter = (typeof FILTERS)[number];

/** The name of a state in an address: the provider, and the revision where one is chosen. */
export function stateName(of: OfState): string {
  return of.revision ? `${of.provider}/${of.revision}` : of.provider;
}

/** The state that a name in an address stands for; null where there is no name. */
export function stateNamed(name: string | undefined): OfState | null {
  const [provider, revision] = (name ?? "").split("/");
  if (!provider) return null;
  return revision ? { provider, revision } : { provider };
}

/** A provider that can be compared, with its revisions, oldest first. */
export interface Choice {
  provider: string;
  name: string;
  revisions: RevisionView[];
  /** The revision that is compared where the person chooses none. */
  read: string;
}

/**
 * The providers that can be compared: first those of `read` in its order, then the others. `read` maps a provider to
 * the revision that is read of it.
 */
export function choicesOf(revisions: readonly RevisionView[], read: ReadonlyMap<string, string>): Choice[] {
  const ids = [...new Set([...read.keys(), ...revisions.map((one) => one.provider)])];
  return ids.flatMap((provider) => {
    const own = oldestFirst(revisions, provider);
    const newest = own.at(-1);
    if (!newest) return [];
    const known = own.find((one) => one.revision === read.get(provider));
    return [{ provider, name: newest.provider_name, revisions: own, read: (known ?? newest).revision }];
  });
}

/** The revision of a state; undefined where the state names none and the provider is unknown. */
export function revisionOf(choices: readonly Choice[], of: OfState): string | undefined {
  return of.revision ?? choices.find((one) => one.provider === of.provider)?.read;
}

/** Whether two states are the same. */
export function isSame(choices: readonly Choice[], one: OfState, other: OfState): boolean {
  return one.provider === other.provider && revisionOf(choices, one) === revisionOf(choices, other);
}

/** The state of a provider to show beside `other`: the revision that is read, or the newest one that is not `other`. */
export function stateBeside(choices: readonly Choice[], provider: string, other: OfState | null): OfState | null {
  const choice = choices.find((one) => one.provider === provider);
  if (!choice) return null;
  if (!other || !isSame(choices, { provider }, other)) return { provider };
  const taken = revisionOf(choices, other);
  const free = choice.revisions.findLast((one) => one.revision !== taken);
  return free ? { provider, revision: free.revision } : null;
}

/** The two states that are compared. Where the address names none, these are two providers, or two revisions of one. */
export function sidesOf(choices: readonly Choice[], left?: string, right?: string): Sides | null {
  const named = { left: stateNamed(left), right: stateNamed(right) };
  const first = (beside: OfState | null, from: readonly Choice[]): OfState | null => {
    const free = from.flatMap((one) => stateBeside(choices, one.provider, beside) ?? []);
    return free.find((one) => one.provider !== beside?.provider) ?? free[0] ?? null;
  };
  if (!named.left && !named.right && choices.length === 1) {
    // Of one provider the earlier state stands on the left.
    const [before, now] = choices[0]?.revisions.slice(-2) ?? [];
    if (!before || !now) return null;
    const of = (one: RevisionView): OfState => ({ provider: one.provider, revision: one.revision });
    return { left: of(before), right: of(now) };
  }
  const one = named.left ?? first(named.right, choices);
  const other = named.right ?? first(one, choices);
  return one && other ? { left: one, right: other } : null;
}

/** Whether a side has no statement on a topic. */
function statesNothing(of: ComparedCoverage): boolean {
  return of.statements.length === 0;
}

/** Whether a topic is shown under a filter. */
export function isShown(topic: ComparedTopic, filter: Filter): boolean {
  const silent = [topic.left, topic.right].filter(statesNothing).length;
  if (filter === "differing") return topic.differs;
  if (filter === "one-states") return silent === 1;
  if (filter === "none-states") return silent === 2;
  return true;
}
