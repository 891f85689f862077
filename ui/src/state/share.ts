// A new view shares the objects of the old one that did not change, so that the page draws only the changed parts.

/** Returns `now`, with every branch that equals its branch in `before` replaced by that very object. */
export function sharing<T>(before: unknown, now: T): T {
  if (Object.is(before, now) || !isBranch(before) || !isBranch(now)) return now;
  if (Array.isArray(before) !== Array.isArray(now)) return now;
  const old = before as Record<string, unknown>;
  const keys = Object.keys(now);
  let same = keys.length === Object.keys(old).length;
  const shared: Record<string, unknown> = Array.isArray(now) ? ([] as never) : {};
  for (const key of keys) {
    shared[key] = sharing(old[key], (now as Record<string, unknown>)[key]);
    same &&= Object.is(shared[key], old[key]) && key in old;
  }
  return (same ? before : shared) as T;
}

function isBranch(what: unknown): what is object {
  return typeof what === "object" && what !== null;
}
