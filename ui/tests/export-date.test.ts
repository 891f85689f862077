// The date on the report, in the screen of the export: typed, or chosen from the calendar.
import { flushSync, mount, unmount } from "svelte";
import { expect, it, vi } from "vitest";

const calls: [string, Record<string, unknown>][] = [];
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  chooseSavePath: async () => "/tmp/report.pdf",
  call: async (name: string, args: Record<string, unknown>) => {
    calls.push([name, args]);
    if (name === "preview") return { pages: 1, svg: "<svg/>" };
    if (name === "versions") return { versions: [] };
    if (name === "export") return { path: args.out, pages: 1, bytes: 9, missing_glyphs: [], fonts: [] };
    return {
      cuts: ["full"],
      sections: [],
      left_out_sections: [],
      left_out_rows: [],
      left_out_answers: [],
      left_out_besides: [],
      goes_along: [],
      names: [],
    };
  },
}));
vi.mock("../src/state/changes", () => ({ savedFirst: async () => true }));
const { session } = await import("../src/state/session.svelte");
const { default: Export } = await import("../src/screens/Export.svelte");

const form = { form: "rar", short: "RAR", title: "Risk report", version: "1.0", sections: [] };
const get = <E extends HTMLElement>(id: string): E => document.querySelector(`[data-testid=${id}]`) as E;
const field = (): HTMLInputElement =>
  document.getElementById(
    [...document.querySelectorAll("label")].find((one) => one.textContent === "Date on the report")?.htmlFor ?? "",
  ) as HTMLInputElement;

it("takes the date from the calendar, and the report bears it", async () => {
  session.overview = { head: { id: "p", title: "Kidneys", version: "" }, forms: [form], providers: [] } as never;
  const page = mount(Export, { target: document.body });
  flushSync();
  field().value = "1 nov 2026";
  field().dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
  field().dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", altKey: true, bubbles: true }));
  flushSync();
  expect(get("calendar"), "Alt with the arrow down opens the calendar").not.toBeNull();
  document.querySelector<HTMLElement>('[data-day="2026-11-22"]')?.click();
  flushSync();
  expect([field().value, get("calendar")]).toEqual(["22.11.2026", null]);
  expect(document.activeElement, "the person goes on in the field").toBe(field());
  get("export-save").click();
  await vi.waitFor(() => expect(calls.find(([name]) => name === "export")?.[1].date).toBe("2026-11-22"));
  await unmount(page);
});
