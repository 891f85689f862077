// "Add to requests" makes one request, however often it is pressed.
import { beforeEach, expect, it, vi } from "vitest";

let rows = 0;
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string) =>
    name === "request_for"
      ? { row: rows ? "q" : null, form: rows ? "rar" : null, section: rows ? "9" : null, values: [] }
      : {},
}));
vi.mock("../src/state/changes", () => ({ addRow: async () => ((rows += 1), "q") }));
const { router } = await import("../src/state/route.svelte");
const { toasts } = await import("../src/state/toasts.svelte");
const { noteRequest } = await import("../src/state/request");

beforeEach(() => {
  rows = 0;
  location.hash = "#/p/p/library";
  router.route = { screen: "library", project: "p" };
  toasts.splice(0);
});
const note = (): Promise<void> => noteRequest("hunt-cloud", { action: "a" }, "Ask for the report");

it("makes one of a double click, and goes to it when it is noted again", async () => {
  await Promise.all([note(), note()]);
  expect(rows).toBe(1);
  await note();
  expect(rows).toBe(1);
  expect(location.hash).toContain("form/rar/9");
  expect(toasts.at(-1)?.text).toContain("already");
});
