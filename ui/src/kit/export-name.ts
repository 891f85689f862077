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

/** A file name that tells the content: `2026-11-22 DPIA Cohort v3 draft.pdf`. */
export function exportName({ date, what, project, version, draft, format = "pdf" }: Naming): string {
  const number = version ? `v${version.replace(/^v/i, "")}` : "";
  return `${[date, clean(what), clean(project), clean(number), draft].filter(Boolean).join(" ")}.${format}`;
}

function parts(path: string): { folder: string; name: string } {
  const at = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return { folder: path.slice(0, at), name: path.slice(at + 1) };
}

/** The path to propose: in the last folder, the name of the last time with today's day, or `name`. */
export function suggestedPath(key: string, name: string): string {
  const folder = localStorage.getItem(FOLDER);
  const own = localStorage.getItem(`${NAME}:${key}`);
  const day = /^\d{4}-\d\d-\d\d/.exec(name)?.[0] ?? "";
  const called = own?.replace(/^\d{4}-\d\d-\d\d/, day) ?? name;
  if (!folder) return called;
  return `${folder}${folder.includes("\\") ? "\\" : "/"}${called}`;
}

/** Keeps the chosen folder, and the chosen name where it differs from the proposed one. */
export function keepPath(key: string, offered: string, chosen: string): void {
  const { folder, name } = parts(chosen);
  if (folder) localStorage.setItem(FOLDER, folder);
  if (name === parts(offered).name) return;
  localStorage.setItem(`${NAME}:${key}`, name);
}
