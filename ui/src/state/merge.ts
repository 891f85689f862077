// Merges two changes of the same answer: what the person typed, and what a change such as undo brought meanwhile.
import type { Value } from "../bindings";

/**
 * The parts of an answer that are prose. Of all other parts (options, references, days), the person's own is taken as a
 * whole.
 */
const PROSE = new Set(["note", "name", "role", "label", "meaning", "accepted_by"]);

/**
 * Applies to `brought` what the person changed from `before` to `own`. A part that the person did not change is that of
 * `brought`.
 */
export function mergedAnswer(before: Value | null, own: Value | null, brought: Value | null): Value | null {
  if (before?.kind === "line" || own?.kind === "line" || brought?.kind === "line") {
    const [from, to, into] = [before, own, brought].map((value) => (value?.kind === "line" ? value.value : ""));
    const value = mergedText(from ?? "", to ?? "", into ?? "");
    return value === "" ? null : { kind: "line", value };
  }
  return merged(before, own, brought, false) as Value | null;
}

/** Puts into `brought` the letters that the person typed into `before`. */
export function mergedText(before: string, own: string, brought: string): string {
  const typed = differenceOf(before, own);
  if (!typed) return brought;
  const change = differenceOf(before, brought);
  if (!change) return own;
  // The position in `brought` of a position in `before`.
  const moved = (at: number): number => {
    if (at >= change.end) return at + change.words.length - (change.end - change.start);
    return Math.min(at, change.start + change.words.length);
  };
  const start = moved(typed.start);
  // Words that were brought directly behind words that the person removed are not removed with them.
  const end = typed.end === typed.start || typed.end > change.start ? moved(typed.end) : typed.end;
  return brought.slice(0, start) + typed.words + brought.slice(Math.max(start, end));
}

/**
 * The one stretch in which two texts differ, and the words of the second text there; null where the texts are the same.
 */
export function differenceOf(one: string, other: string): { start: number; end: number; words: string } | null {
  if (one === other) return null;
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let same = 0;
  while (same < shorter - start && one[one.length - 1 - same] === other[other.length - 1 - same]) same += 1;
  return { start, end: one.length - same, words: other.slice(start, other.length - same) };
}

function merged(before: unknown, own: unknown, brought: unknown, prose: boolean): unknown {
  if (sameJson(before, own)) return brought;
  if (sameJson(before, brought)) return own;
  if (typeof own === "string" && typeof brought === "string" && prose) {
    return mergedText(typeof before === "string" ? before : "", own, brought);
  }
  const all = [before, own, brought];
  if (all.every(Array.isArray)) {
    const [from, to, into] = all as unknown[][];
    if (!from || !to || from.length !== to.length || into?.length !== to.length) return own;
    return to.map((item, at) => merged(from[at], item, into[at], false));
  }
  if (!all.every(isRecord)) return own;
  const [from, to, into] = all as Record<string, unknown>[];
  const keys = Object.keys({ ...into, ...to });
  return Object.fromEntries(keys.map((key) => [key, merged(from?.[key], to?.[key], into?.[key], PROSE.has(key))]));
}

const isRecord = (part: unknown): boolean => typeof part === "object" && part !== null && !Array.isArray(part);
const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
