// What the overview says about topics that are not stated: nothing is claimed of providers that nobody has read.
import { flushSync, mount, unmount } from "svelte";
import { expect, it, vi } from "vitest";

import type { ProjectOverview } from "../src/bindings";
import { t } from "../src/words";

vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string) => (name === "duties" ? { today: "2026-11-20", duties: [] } : { risks: [] }),
}));
const { default: Glance } = await import("../src/overview/Glance.svelte");

const provider = (id: string, origin: string, statements: number, not: string[]): object => ({
  id,
  name: id,
  origin,
  statements,
  topics_not_stated: not,
});
async function says(providers: object[], undo: object = {}): Promise<string> {
  const overview = { head: { id: "p" }, providers, undo, drifted: 0, revision: 1, changed: "2026-11-20T10:00:00Z" };
  const props = { overview: overview as unknown as ProjectOverview };
  const page = mount(Glance, { target: document.body, props });
  flushSync();
  const text = document.querySelector("[data-testid=glance]")?.textContent ?? "";
  await unmount(page);
  return text;
}

it("says that all is stated only where providers were read", async () => {
  expect(await says([])).toContain(t("cover-no-provider"));
  expect(await says([])).not.toContain(t("glance-all-stated"));
  expect(await says([provider("HUNT Cloud", "bundled", 40, [])])).toContain(t("glance-all-stated"));
  const imported = await says([provider("HUNT Cloud", "bundled", 40, []), provider("Ours", "imported", 0, ["Logs"])]);
  expect(imported).not.toContain(t("glance-all-stated"));
  expect(imported).toContain(t("provider-unread"));
  expect(imported, "nobody knows which topics its pages state").not.toContain("Logs");
});

it("names the last change only where nothing was undone after it", async () => {
  expect(await says([], { undo: "change of the name", redo: null })).toContain("change of the name");
  expect(await says([], { undo: "change of the name", redo: "new risk" })).not.toContain("change of the name");
});
