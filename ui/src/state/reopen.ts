// The place of the person when the window was closed: the next start goes there. It is kept in the settings on this
// computer.
import type { Status } from "../bindings";
import { routeOf } from "./route.svelte";

const KEY = "vurder-place";

interface Left {
  /** The path of the workspace. Another workspace has other projects. */
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
 * The address to begin with in place of `hash`, so that the first screen need not wait; null where `hash` itself names
 * a place, or no project was open.
 */
export function beginAt(hash: string): string | null {
  const known = left();
  if (!known || routeOf(hash).screen !== "home" || !routeOf(known.hash).project) return null;
  return known.hash;
}

/**
 * Whether the window may stay at the place where it began: the same workspace is open, and there is no notice to show
 * first.
 */
export function mayStay(status: Status): boolean {
  return left()?.workspace === status.workspace && !status.first_start && status.notices.length === 0;
}

/** Keeps the place of the person. */
export function keepPlace(workspace: string, hash: string): void {
  localStorage.setItem(KEY, JSON.stringify({ workspace, hash } satisfies Left));
}
