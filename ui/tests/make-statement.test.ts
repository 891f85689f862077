// A statement made from a passage: nothing is said of it that the person has not chosen.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Topic } from "../src/bindings";
import MakeStatement, { type NewStatement } from "../src/library/MakeStatement.svelte";

const topic = (id: string): Topic => ({ id, title: id, question: `${id}?`, group: "g", iso: [], gdpr: [] });
let made: NewStatement[] = [];
let closed = 0;
let refused: { message: string; help: string } | null = null;
let page: Record<string, never>;
const one = <E extends HTMLElement>(css: string): E => {
  const there = document.querySelector<E>(css);
  if (!there) throw new Error(`there is no ${css}`);
  return there;
};
const submit = (): void => {
  one<HTMLButtonElement>("[data-testid=statement-make]").click();
  flushSync();
};

beforeEach(() => {
  [made, closed, refused] = [[], 0, null];
  page = mount(MakeStatement, {
    target: document.body,
    props: {
      passage: "Home folders are copied every night.",
      topics: ["access", "backup", "deletion"].map(topic),
      proposals: [{ topic: "backup", words: ["copied", "every night"] }],
      onmake: async (one: NewStatement) => {
        made.push(one);
        if (refused) throw refused;
      },
      onclose: () => (closed += 1),
    },
  }) as Record<string, never>;
  flushSync();
});
afterEach(() => unmount(page));

it("begins with the words of the passage; proposed topics stand first with their words, and are not chosen", () => {
  expect(one<HTMLTextAreaElement>("[data-testid=statement-words]").value).toBe("Home folders are copied every night.");
  const topics = [...document.querySelectorAll<HTMLInputElement>("fieldset input")];
  expect(topics.map((input) => [input.value, input.checked])).toEqual([
    ["backup", false],
    ["access", false],
    ["deletion", false],
  ]);
  expect(topics[0]?.closest("label")?.textContent).toContain("“copied”, “every night”");
  expect(topics[1]?.closest("label")?.textContent, "nothing is proposed of another").not.toContain("proposed");
  submit();
  expect(made, "a proposed topic does not count as chosen").toEqual([]);
  expect(document.activeElement).toBe(topics[0]);
});

it("makes what the person says, and closes", async () => {
  one<HTMLInputElement>("fieldset input[value=backup]").click();
  flushSync();
  submit();
  expect(made).toEqual([
    {
      words: "Home folders are copied every night.",
      kind: "measure",
      side: "provided",
      theme: "technological",
      topics: ["backup"],
    },
  ]);
  await vi.waitFor(() => expect(closed).toBe(1));
});

it("takes the proposed topics and makes the statement with one key, unless others were chosen", async () => {
  const press = (): void => {
    const key = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
    one("[data-testid=statement-words]").dispatchEvent(new KeyboardEvent("keydown", key));
    flushSync();
  };
  press();
  await vi.waitFor(() => expect(closed).toBe(1));
  expect(made).toMatchObject([{ topics: ["backup"] }]);
  one<HTMLInputElement>("fieldset input[value=backup]").click();
  one<HTMLInputElement>("fieldset input[value=access]").click();
  flushSync();
  press();
  await vi.waitFor(() => expect(closed).toBe(2));
  expect(made[1]).toMatchObject({ topics: ["access"] });
});

it("stays open with all that was written where it is refused, and says why", async () => {
  refused = { message: "This page is gone.", help: "Import it again." };
  one<HTMLInputElement>("fieldset input[value=access]").click();
  const words = one<HTMLTextAreaElement>("[data-testid=statement-words]");
  words.value = "Every night.";
  words.dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
  submit();
  await vi.waitFor(() => {
    flushSync();
    expect(one("[data-testid=statement-refused]").textContent).toContain("This page is gone. Import it again.");
  });
  expect([made.length, closed, words.value]).toEqual([1, 0, "Every night."]);
});

it("asks for words where there are none", () => {
  const words = one<HTMLTextAreaElement>("[data-testid=statement-words]");
  words.value = "  ";
  words.dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
  submit();
  expect(made).toEqual([]);
  expect(document.activeElement).toBe(words);
});
