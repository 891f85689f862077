// The mark "ready for review" is set under the name that a person gives, never under one that is proposed for them.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const marked: Record<string, unknown>[] = [];
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Record<string, unknown>) => (name === "mark_ready" && marked.push(args), {}),
}));
vi.mock("../src/state/changes", () => ({ change: async (make: (project: string) => Promise<unknown>) => make("p") }));
const { session } = await import("../src/state/session.svelte");
const { default: ReadyMark } = await import("../src/form/ReadyMark.svelte");

let page: Record<string, unknown> | undefined;
const name = (): HTMLInputElement => document.querySelector("[data-testid=ready-by]") as HTMLInputElement;
const button = (): HTMLButtonElement => document.querySelector("[data-testid=ready-mark]") as HTMLButtonElement;
function open(ready: object[] = []): void {
  session.overview = { head: { id: "p" }, forms: [], people: ["Kari Nordmann", "Ola Hansen"], ready } as never;
  page = mount(ReadyMark, { target: document.body, props: { form: "rar", section: "3" } });
  flushSync();
}
beforeEach(() => {
  localStorage.clear();
  marked.length = 0;
});
afterEach(async () => {
  if (page) await unmount(page);
  session.overview = null;
});

it("proposes nobody, and then the name that was used last on this computer", async () => {
  open();
  expect([name().value, button().disabled], "not the first person of the project").toEqual(["", true]);
  expect([...document.querySelectorAll("option")].map((one) => one.value)).toContain("Kari Nordmann");
  name().value = " Mette Holm ";
  name().dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
  button().click();
  await vi.waitFor(() => expect(marked).toEqual([{ project: "p", form: "rar", section: "3", by: "Mette Holm" }]));
  await vi.waitFor(() => {
    flushSync();
    expect(name().value).toBe("Mette Holm");
  });
  if (page) await unmount(page);
  open();
  expect(name().value).toBe("Mette Holm");
});

it("does not propose the one who set a mark that no longer counts", () => {
  open([{ form: "rar", section: "3", by: "Kari Nordmann", date: "2026-11-22", changed: true }]);
  expect([name().value, button().disabled]).toEqual(["", true]);
});
