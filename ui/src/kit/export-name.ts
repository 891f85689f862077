// The proposed name and folder of an exported file. They follow what the person chose last.
import type { ReportFormat } from "../bindings";

const FOLDER = "vurder-export-folder";
const NAME = "vurder-export-name";
const LONGEST = 60;

/** The parts of a file's name. */
export interface Naming {
  /** The day on the report, as `YYYY-MM-DD`. */
  date: string;
  /** The form, or what else is written. */
  what: string;
  project: string;
  /** The version that is written, or that the report shows; empty for none. */
  version: string;
  /** The word for a draft; empty where it is no draft. */
  draft: string;
  /** The format; PDF when left out. */
  format?: ReportFormat;
}

/** The words without characters that a file name cannot have on some system. */
const clean = (words: string): string =>
  words
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST)
    .replace(/[. ]+$/, "");

/** A version as a name tells it: v3. */
const inName = (version: string): string => (version ? clean(`v${version.replace(/^v/i, "")}`) : "");

/** A file name that tells the content: `2026-11-22 DPIA Cohort v3 draft.pdf`. */
export function exportName({ date, what, project, version, draft, format = "pdf" }: Naming): string {
  return `${[date, clean(what), clean(project), inName(version), draft].filter(Boolean).join(" ")}.${format}`;
}

function parts(path: string): { folder: string; name: string } {
  const at = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return { folder: path.slice(0, at), name: path.slice(at + 1) };
}

/** The name that the person gave, and the version that was written then. */
interface Own {
  name: string;
  version: string;
}

function ownName(key: string): Own | null {
  const kept = localStorage.getItem(`${NAME}:${key}`);
  if (kept === null) return null;
  try {
    const own = JSON.parse(kept) as Partial<Own>;
    if (typeof own.name === "string" && typeof own.version === "string")
      return { name: own.name, version: own.version };
  } catch {
    // Earlier builds kept the name alone.
  }
  return { name: kept, version: "" };
}

/** The name with `to` in place of the version that it tells. A name that tells none stays as it is. */
function withVersion({ name, version }: Own, to: string): string {
  const told = inName(version).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (!told) return name;
  const all = [...name.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${told}(?![\\p{L}\\p{N}]|\\.\\d)`, "giu"))];
  const last = all.at(-1);
  if (!last) return name;
  const [before, after] = [name.slice(0, last.index), name.slice(last.index + last[0].length)];
  return to ? `${before}${inName(to)}${after}` : `${before.trimEnd()}${after}`;
}

/**
 * The path to propose: in the last folder, the name of the last time with today's day and the version that is written
 * now, or `name`.
 */
export function suggestedPath(key: string, name: string, version: string): string {
  const folder = localStorage.getItem(FOLDER);
  const own = ownName(key);
  const day = /^\d{4}-\d\d-\d\d/.exec(name)?.[0] ?? "";
  const called = own ? withVersion(own, version).replace(/^\d{4}-\d\d-\d\d/, day) : name;
  if (!folder) return called;
  return `${folder}${folder.includes("\\") ? "\\" : "/"}${called}`;
}

/** Keeps the chosen folder, and the chosen name where it differs from the proposed one. */
export function keepPath(key: string, offered: string, chosen: string, version: string): void {
  const { folder, name } = parts(chosen);
  if (folder) localStorage.setItem(FOLDER, folder);
  // A proposed name of the person's own that was taken has the version of today.
  if (name === parts(offered).name && !ownName(key)) return;
  localStorage.setItem(`${NAME}:${key}`, JSON.stringify({ name, version } satisfies Own));
}
