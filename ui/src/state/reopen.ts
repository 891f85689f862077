// The place of the person when the window was closed: the next start goes there, unless there is a notice that the
// person was not told of. Both are kept in the settings on this computer.
import type { Notice, Status } from "../bindings";
import { routeOf } from "./route.svelte";

const KEY = "vurder-place";
const TOLD = "vurder-notices-told";

interface Left {
  /** The path of the workspace. Another workspace has other projects. */
  workspace: string;
  hash: string;
}

interface ToldNotices {
  workspace: string;
  notices: string[];
}

function left(): Left | null {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<Left> | null;
    return known && typeof known.workspace === "string" && typeof known.hash === "string" ? (known as Left) : null;
  } catch {
    return null;
  }
}

/**
 * The address to begin with in place of `hash`, so that the first screen need not wait; null where `hash` itself names
 * a place, or no project was open.
 */
export function beginAt(hash: string): string | null {
  const known = left();
  if (!known || routeOf(hash).screen !== "home" || !routeOf(known.hash).project) return null;
  return known.hash;
}

/** What identifies a notice: the same words about the same thing. */
const nameOf = ({ message, detail }: Notice): string => JSON.stringify([message, detail]);

/** The notices that the person was told of in this workspace, by their names. */
function told(workspace: string): string[] {
  try {
    const known = JSON.parse(localStorage.getItem(TOLD) ?? "null") as Partial<ToldNotices> | null;
    return known?.workspace === workspace && Array.isArray(known.notices) ? known.notices : [];
  } catch {
    return [];
  }
}

function keepTold(workspace: string, notices: string[]): void {
  localStorage.setItem(TOLD, JSON.stringify({ workspace, notices } satisfies ToldNotices));
}

/**
 * Whether the window may stay at the place where it began: the same workspace is open, and there is no notice that the
 * person was not told of. That the workspace lies on a network share, for example, stands at every start.
 */
export function mayStay(status: Status): boolean {
  const known = told(status.workspace);
  const isNew = status.notices.some((notice) => !known.includes(nameOf(notice)));
  return left()?.workspace === status.workspace && !status.first_start && !isNew;
}

/** Remembers that the notices are in sight. */
export function noticesTold({ workspace, notices }: Status): void {
  keepTold(workspace, notices.map(nameOf));
}

/** Forgets notices that no longer stand: the person is told again when one comes back. */
export function forgetNotices({ workspace, notices }: Status): void {
  const standing = notices.map(nameOf);
  const known = told(workspace);
  const still = known.filter((name) => standing.includes(name));
  if (still.length < known.length) keepTold(workspace, still);
}

/** Keeps the place of the person. */
export function keepPlace(workspace: string, hash: string): void {
  localStorage.setItem(KEY, JSON.stringify({ workspace, hash } satisfies Left));
}
