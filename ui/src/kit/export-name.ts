// What an exported file is called, and where it goes: as the person called it last, in the folder that was chosen last.
import type { ReportFormat } from "../bindings";

const FOLDER = "vurder-export-folder";
const NAME = "vurder-export-name";
const LONGEST = 60;

/** What the name of a file tells. */
export interface Naming {
  /** The day on the report, as `YYYY-MM-DD`. */
  date: string;
  /** The form, or what else is written. */
  what: string;
  project: string;
  /** The version that is written, or that the report says it is; empty for none. */
  version: string;
  /** The word behind it; empty where it is no draft. */
  draft: string;
  /** What kind of file it is; a PDF when left out. */
  format?: ReportFormat;
}

/** Words without what a file's name can't have on some system. */
const clean = (words: string): string =>
  words
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST)
    .replace(/[. ]+$/, "");

/** A name by which a folder of reports can be read: `2026-11-22 DPIA Cohort v3 draft.pdf`. */
export function exportName({ date, what, project, version, draft, format = "pdf" }: Naming): string {
  const number = version ? `v${version.replace(/^v/i, "")}` : "";
  return `${[date, clean(what), clean(project), clean(number), draft].filter(Boolean).join(" ")}.${format}`;
}

function parts(path: string): { folder: string; name: string } {
  const at = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return { folder: path.slice(0, at), name: path.slice(at + 1) };
}

/** The path to begin from: `name`, or the name of the last time with the day of now, in the last folder. */
export function suggestedPath(key: string, name: string): string {
  const folder = localStorage.getItem(FOLDER);
  const own = localStorage.getItem(`${NAME}:${key}`);
  const day = /^\d{4}-\d\d-\d\d/.exec(name)?.[0] ?? "";
  const called = own?.replace(/^\d{4}-\d\d-\d\d/, day) ?? name;
  if (!folder) return called;
  return `${folder}${folder.includes("\\") ? "\\" : "/"}${called}`;
}

/** Keeps the folder that was chosen, and the name where it is not the one that was offered. */
export function keepPath(key: string, offered: string, chosen: string): void {
  const { folder, name } = parts(chosen);
  if (folder) localStorage.setItem(FOLDER, folder);
  if (name === parts(offered).name) return;
  localStorage.setItem(`${NAME}:${key}`, name);
}
