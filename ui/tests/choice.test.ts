// The note of a choice: its words are shown and kept whichever option is chosen, as the report prints them.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, describe, expect, it } from "vitest";

import type { ChoiceOption, Field, Value } from "../src/bindings";
import Choice from "../src/fields/Choice.svelte";
import type { FieldProps } from "../src/fields/props";
import { toasts } from "../src/state/toasts.svelte";

const option = (id: string, explain?: string): ChoiceOption => ({ id, label: id, explain });
const field = { id: "f", options: [option("published", "Where"), option("not-published"), option("open")] } as Field;

let page: Record<string, unknown> | undefined;
afterEach(async () => {
  toasts.splice(0);
  if (page) await unmount(page);
  page = undefined;
});

function open(value: Value | null): {
  written: () => Value | null;
  choose: (id: string) => void;
  note: () => string | undefined;
} {
  const answer = {
    value,
    set(next: Value | null): void {
      this.value = next;
    },
    leave: (): void => {},
  };
  const props = { answer, field, label: "F", compact: false, missing: false } as unknown as FieldProps;
  page = mount(Choice, { target: document.body, props });
  flushSync();
  return {
    written: () => answer.value,
    choose(id) {
      document.querySelector<HTMLInputElement>(`input[value="${id}"]`)?.click();
      flushSync();
    },
    note: () => document.querySelector<HTMLTextAreaElement>(".note textarea")?.value,
  };
}

describe("the note of a choice", () => {
  const noted: Value = { kind: "choice", value: { option: "not-published", note: "Asked twice." } };

  it("is in sight where its option asks for none", () => {
    expect(open(noted).note()).toBe("Asked twice.");
  });

  it("is kept when another option is chosen", () => {
    const page = open(noted);
    page.choose("open");
    expect(page.written()).toEqual({ kind: "choice", value: { option: "open", note: "Asked twice." } });
  });

  it("is told when the choice is cleared, and comes back with it", () => {
    const page = open(noted);
    [...document.querySelectorAll("button")].find((button) => button.textContent === "Clear")?.click();
    expect(page.written()).toBeNull();
    const told = toasts.at(-1);
    expect(told?.text).toBe("Removed with the answer: “Asked twice.”");
    told?.action?.run();
    expect(page.written()).toEqual(noted);
  });

  it("has no box where there is neither a question nor a word", () => {
    expect(open({ kind: "choice", value: { option: "open", note: "" } }).note()).toBeUndefined();
    expect(document.querySelectorAll("input").length).toBe(3);
  });
});
