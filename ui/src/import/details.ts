// The details that are asked for before pages are imported: the provider and the day. The pages themselves propose
// some.
import type { ImportLook, ProviderSummary } from "../bindings";
import { writtenDay } from "../fields/day";

export interface Details {
  /** The id of a known provider; empty for a new one. */
  provider: string;
  name: string;
  country: string;
  address: string;
  /** The day in the words that the person typed. */
  date: string;
}

/** Details without content. `provider` comes from the address of the screen. */
export const noDetails = (provider = ""): Details => ({ provider, name: "", country: "", address: "", date: "" });

/**
 * The details that the pages propose: a provider with the name in the pages, or else that name; the address and the
 * day.
 */
export function proposedBy(look: ImportLook, known: readonly ProviderSummary[], provider: string): Details {
  const same = known.find((one) => one.name.toLowerCase() === look.name.trim().toLowerCase());
  const of = known.find((one) => one.id === provider) ?? same;
  return {
    ...noDetails(of?.id ?? ""),
    name: look.name,
    address: look.address || (of?.website ?? ""),
    date: writtenDay(look.date),
  };
}

/** The details with a new proposal: words of the person stay, words of an earlier proposal are replaced. */
export function withProposal(details: Details, before: Details, now: Details): Details {
  const keep = (field: keyof Details): string => (details[field] === before[field] ? now[field] : details[field]);
  return {
    provider: keep("provider"),
    name: keep("name"),
    country: details.country,
    address: keep("address"),
    date: keep("date"),
  };
}

/** The format whose files name their provider and day: Vurder's own. */
export const PACK = "pack";
