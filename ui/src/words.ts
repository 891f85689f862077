// Gives the words of the window. Every word that a person reads comes from a message file.
import { FluentBundle, FluentResource } from "@fluent/bundle";
import content from "../../content/locales/en/content.ftl?raw";
import coverage from "../../content/locales/en/coverage.ftl?raw";
import findings from "../../content/locales/en/findings.ftl?raw";
import forms from "../../content/locales/en/forms.ftl?raw";
import help from "../../content/locales/en/help.ftl?raw";
import ownNotes from "../../content/locales/en/own-notes.ftl?raw";
import requests from "../../content/locales/en/requests.ftl?raw";
import remarks from "../../content/locales/en/remarks.ftl?raw";
import pages from "../../content/locales/en/pages.ftl?raw";
import pictures from "../../content/locales/en/pictures.ftl?raw";
import risks from "../../content/locales/en/risk-register.ftl?raw";
import window from "../../content/locales/en/ui.ftl?raw";
import versions from "../../content/locales/en/versions.ftl?raw";
import spelling from "../../content/locales/en/spelling.ftl?raw";
import type { WindowMessages } from "./bindings";

/**
 * The language and messages that the program gives a window in another language than English, before this code runs.
 */
const given = (globalThis as { vurderWords?: { language: string; files: string[] } }).vurderWords;
/** The language of the window, as BCP 47. English is built in, so that the first screen need not wait. */
const language = given?.language ?? "en";
/** The region for days, times and numbers. For English, it is one that writes the day before the month. */
const region = language === "en" ? "en-GB" : language;

const bundle = new FluentBundle(language, { useIsolating: false });
const english = [
  content,
  coverage,
  findings,
  forms,
  help,
  ownNotes,
  pages,
  pictures,
  remarks,
  requests,
  risks,
  spelling,
  versions,
  window,
];
for (const file of given?.files ?? english) bundle.addResource(new FluentResource(file));
if (typeof document !== "undefined") document.documentElement.lang = language;

/** The id of a message that the window has. A wrong id does not compile. */
export type MessageId = keyof WindowMessages;
type Arguments<Id extends MessageId> = WindowMessages[Id] extends null ? [] : [args: WindowMessages[Id]];

/** The message `id` with its arguments filled in. A missing or wrong argument does not compile. */
export function t<Id extends MessageId>(id: Id, ...[args]: Arguments<Id>): string {
  const message = bundle.getMessage(id);
  if (!message?.value) return id;
  return bundle.formatPattern(message.value, args ?? null, []);
}

type Dashed<Word extends string> = Word extends `${infer Start}_${infer Rest}` ? `${Start}-${Dashed<Rest>}` : Word;

/** A name of the program as it is written in message ids: `not_relevant` becomes `not-relevant`. */
export function dashed<Word extends string>(word: Word): Dashed<Word> {
  return word.replaceAll("_", "-") as Dashed<Word>;
}

const dayOf = new Intl.DateTimeFormat(region, { day: "numeric", month: "long", year: "numeric" });
const timeOf = new Intl.DateTimeFormat(region, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const momentOf = new Intl.DateTimeFormat(region, { dateStyle: "long", timeStyle: "short" });
const shortOf = new Intl.DateTimeFormat(region, { hour: "2-digit", minute: "2-digit" });

/** A day in words: 22 November 2026. Takes `YYYY-MM-DD` or a full instant. */
export function day(iso: string | null | undefined): string {
  if (!iso) return "";
  const at = new Date(iso.length === 10 ? `${iso}T12:00:00` : iso);
  return Number.isNaN(at.getTime()) ? iso : dayOf.format(at);
}

const monthOf = new Intl.DateTimeFormat(region, { month: "long", year: "numeric", timeZone: "UTC" });
const weekdayOf = new Intl.DateTimeFormat(region, { weekday: "short", timeZone: "UTC" });

/** The month of a day: November 2026. */
export function monthName(iso: string): string {
  return monthOf.format(new Date(`${iso}T12:00:00Z`));
}

/**
 * The names that a person may write for each month, from January on: the long and the short one, in small letters and
 * without dots.
 */
export function monthNames(): string[][] {
  const name = (month: number, how: "long" | "short"): string => {
    const format = new Intl.DateTimeFormat(region, { day: "numeric", month: how, timeZone: "UTC" });
    const part = format.formatToParts(new Date(Date.UTC(2026, month, 1, 12))).find(({ type }) => type === "month");
    return (part?.value ?? "").toLocaleLowerCase(region).replaceAll(".", "");
  };
  return Array.from({ length: 12 }, (_, month) => [name(month, "long"), name(month, "short")]);
}

/** The short names of the days of the week, from Monday on: Mon. */
export function weekdayNames(): string[] {
  // The first of June 2026 is a Monday.
  return Array.from({ length: 7 }, (_, i) => weekdayOf.format(new Date(Date.UTC(2026, 5, 1 + i, 12))));
}

/** The day of a page's revision, or the words that it is not known. */
export function dayOfState(iso: string | null | undefined): string {
  return iso ? day(iso) : t("no-day");
}

/** The name of a page's revision, where it has one, and its day. */
export function stateOf(revision: string | undefined, captured: string | null | undefined): string {
  const day = dayOfState(captured);
  return revision ? t("page-read", { revision, day }) : day;
}

/** A time of day to the second: 14:03:07. */
export function clock(at: Date): string {
  return timeOf.format(at);
}

/** When something happened, to the minute; today without the day. */
export function when(iso: string | null | undefined): string {
  if (!iso) return "";
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const today = new Date().toDateString() === at.toDateString();
  return today ? t("today-at", { time: shortOf.format(at) }) : momentOf.format(at);
}

const both = new Intl.ListFormat(region, { type: "conjunction" });

/** Words in a row, as the language joins them: "name, role and date". */
export function listed(words: readonly string[]): string {
  return both.format(words);
}

const languages = new Intl.DisplayNames(language, { type: "language" });

/** The name of a language from its code: `nb` is Norwegian Bokmål. */
export function languageName(code: string): string {
  return languages.of(code) ?? code;
}

const whole = new Intl.NumberFormat(region, { maximumFractionDigits: 0 });

/** A file size in words: 412 kB. */
export function size(bytes: number): string {
  return bytes < 1_000_000 ? `${whole.format(Math.ceil(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
