// Where the person was when the window was closed: the next start goes there. Kept in this computer's settings.
import type { Status } from "../bindings";
import { routeOf } from "./route.svelte";

const KEY = "vurder-place";

interface Left {
  /** The path of the workspace: another one has other projects. */
  workspace: string;
  hash: string;
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
 * The address to begin with in place of `hash`, so that the first screen waits for nothing; null where `hash` names a
 * place itself, or no project was open.
 */
export function beginAt(hash: string): string | null {
  const known = left();
  if (!known || routeOf(hash).screen !== "home" || !routeOf(known.hash).project) return null;
  return known.hash;
}

/** Whether the window may stay where it began: the same file is open, and nothing has to be told of it first. */
export function mayStay(status: Status): boolean {
  return left()?.workspace === status.workspace && !status.first_start && status.notices.length === 0;
}

/** Keeps where the person is. */
export function keepPlace(workspace: string, hash: string): void {
  localStorage.setItem(KEY, JSON.stringify({ workspace, hash } satisfies Left));
}
