// The example of the sample study in the hint.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const answers = new Map<string, { words: string | null } | Promise<{ words: string | null }>>();
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: { field: string }) => (name === "example" ? answers.get(args.field) : {}),
}));

const { session } = await import("../src/state/session.svelte");
const { default: Example } = await import("../src/form/Example.svelte");

const choose = (field: string): void => {
  session.subject = {
    at: { row: "r", field },
    label: "F",
    hint: "",
    law: [],
    topics: [],
    options: [],
    takesText: false,
  };
};
const settle = async (): Promise<void> => {
  flushSync();
  await new Promise((done) => setTimeout(done, 0));
  flushSync();
};
const shown = (): string | undefined => document.querySelector("[data-testid=example] p")?.textContent;

describe("the example of the sample study", () => {
  let page: object;
  beforeEach(() => {
    answers.clear();
    Object.assign(session, { overview: { head: { id: "p" } } });
    session.subject = null;
    page = mount(Example, { target: document.body });
  });
  afterEach(() => unmount(page));

  it("follows the question that has the focus, and is absent where the sample has no words", async () => {
    answers.set("a", { words: "48,200 adults" }).set("b", { words: null });
    choose("a");
    await settle();
    expect(shown()).toBe("48,200 adults");
    choose("b");
    await settle();
    expect(shown()).toBeUndefined();
  });

  it("ignores an answer that comes after another question has the focus", async () => {
    let late = (_: { words: string }): void => {};
    answers.set("a", new Promise((done) => (late = done))).set("b", { words: "of b" });
    choose("a");
    await settle();
    choose("b");
    await settle();
    late({ words: "of a" });
    await settle();
    expect(shown()).toBe("of b");
  });

  it("shows the beginning of a long example, and all of it on demand", async () => {
    answers.set("a", { words: "word ".repeat(200).trim() });
    choose("a");
    await settle();
    expect(shown()?.length).toBeLessThan(450);
    expect(shown()?.endsWith("word …")).toBe(true);
    document.querySelector<HTMLButtonElement>("[data-testid=example] button")?.click();
    await settle();
    expect(shown()?.length).toBe(999);
  });
});
