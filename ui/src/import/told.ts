// What a person tells of pages before they are imported, and what the pages themselves propose for it.
import type { ImportLook, ProviderSummary } from "../bindings";
import { writtenDay } from "../fields/day";

export interface Told {
  /** Id of a known provider; empty for a new one. */
  provider: string;
  name: string;
  country: string;
  address: string;
  /** The day as it was typed. */
  date: string;
}

/** Nothing told yet. `provider` is that of the address of the screen. */
export const nothingTold = (provider = ""): Told => ({ provider, name: "", country: "", address: "", date: "" });

/** What the pages propose: a provider that has their name, else the name, the address and the day. */
export function proposedBy(look: ImportLook, known: readonly ProviderSummary[], provider: string): Told {
  const same = known.find((one) => one.name.toLowerCase() === look.name.trim().toLowerCase());
  const of = known.find((one) => one.id === provider) ?? same;
  return {
    ...nothingTold(of?.id ?? ""),
    name: look.name,
    address: look.address || (of?.website ?? ""),
    date: writtenDay(look.date),
  };
}

/** What is told with what is proposed now: words of the person stay, those of an earlier proposal do not. */
export function withProposal(told: Told, before: Told, now: Told): Told {
  const keep = (field: keyof Told): string => (told[field] === before[field] ? now[field] : told[field]);
  return {
    provider: keep("provider"),
    name: keep("name"),
    country: told.country,
    address: keep("address"),
    date: keep("date"),
  };
}

/** The id of the format whose files tell themselves whose they are and of which day: Vurder's own. */
export const PACK = "pack";
