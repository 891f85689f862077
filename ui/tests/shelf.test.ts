// The library beside the text lists the statements of the answer or subject that the person chose last.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const statement = (id: string) => ({
  statement: { id, words: `Words of ${id}`, side: "provided", sources: [] },
  provider: "north",
  provider_name: "North",
  judgement: null,
  cited: 0,
});
const used: unknown[] = [];
vi.mock("../src/state/changes", () => ({
  change: async (make: (project: string) => Promise<unknown>) => {
    // What was typed before is saved first.
    await new Promise((done) => setTimeout(done, 20));
    return make("p");
  },
}));
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Record<string, unknown>) => {
    if (name === "use_statements") {
      used.push(args["statements"]);
      return { rows: [] };
    }
    if (name !== "statements") return {};
    const topics = args["topics"] as string[] | undefined;
    return (topics ?? ["backup", "staff"]).map((topic) => statement(`${topic}-1`));
  },
}));
const { session } = await import("../src/state/session.svelte");
const { default: Shelf } = await import("../src/form/Shelf.svelte");

const subject = (label: string, topics: string[]) =>
  ({ at: null, label, hint: "", law: [], topics, options: [], takesText: false, serves: label }) as never;
const shown = (): string[] => [...document.querySelectorAll(".words")].map((one) => one.textContent);
const ticks = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>("li input[type=checkbox]")];

let shelf: Record<string, never>;
beforeEach(async () => {
  session.overview = { head: { id: "p" }, revision: 1, providers: [] } as never;
  session.subject = subject("restoring", ["backup"]);
  shelf = mount(Shelf, { target: document.body }) as Record<string, never>;
  await shows(["Words of backup-1"]);
});
afterEach(async () => {
  session.subject = null;
  await unmount(shelf);
});

async function shows(words: string[]): Promise<void> {
  await vi.waitFor(() => {
    flushSync();
    expect(shown()).toEqual(words);
  });
}

it("lists the statements of another subject as soon as that one is chosen", async () => {
  session.subject = subject("training", ["staff"]);
  await shows(["Words of staff-1"]);
});

it("lists the statements on all topics when the person asks for them", async () => {
  document.querySelector<HTMLInputElement>("label.tick input")?.click();
  await shows(["Words of backup-1", "Words of staff-1"]);
});

it("counts only ticked statements that are in the list", async () => {
  ticks()[0]?.click();
  flushSync();
  expect(document.querySelector("[data-testid=use-as-measures]")).not.toBeNull();
  session.subject = subject("training", ["staff"]);
  await shows(["Words of staff-1"]);
  expect(document.querySelector("[data-testid=use-as-measures]")).toBeNull();
});

it("makes measures once, of the statements that were ticked then", async () => {
  ticks()[0]?.click();
  flushSync();
  const use = document.querySelector<HTMLButtonElement>("[data-testid=use-as-measures]");
  use?.click();
  use?.click();
  ticks()[0]?.click();
  flushSync();
  await vi.waitFor(() => expect(used).toEqual([["backup-1"]]));
  await new Promise((done) => setTimeout(done, 50));
  expect(used.length).toBe(1);
});
