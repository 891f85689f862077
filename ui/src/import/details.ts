// The details of pages that are asked for before they are imported: whose they are, and of which day. The pages
// themselves propose some.
import type { ImportLook, ProviderSummary } from "../bindings";
import { writtenDay } from "../fields/day";

export interface Details {
  /** Id of a known provider; empty for a new one. */
  provider: string;
  name: string;
  country: string;
  address: string;
  /** The day as it was typed. */
  date: string;
}

/** No details yet. `provider` is that of the address of the screen. */
export const noDetails = (provider = ""): Details => ({ provider, name: "", country: "", address: "", date: "" });

/** What the pages propose: a provider that has their name, else the name, the address and the day. */
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

/** The details with what is proposed now: words of the person stay, those of an earlier proposal do not. */
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

/** The id of the format whose files tell themselves whose they are and of which day: Vurder's own. */
export const PACK = "pack";
