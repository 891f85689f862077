// The note of a choice: its words are shown as the report prints them, and stay with the option they were written for.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, describe, expect, it } from "vitest";

import type { ChoiceOption, Field, Value } from "../src/bindings";
import Choice from "../src/fields/Choice.svelte";
import Choices from "../src/fields/Choices.svelte";
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

class Answer {
  value = $state<Value | null>(null);
  constructor(value: Value | null) {
    this.value = value;
  }
  readonly soon: boolean[] = [];
  set(next: Value | null, how: { soon: boolean }): void {
    this.soon.push(how.soon);
    this.value = next;
    flushSync();
  }
  leave(): void {}
}

function open(value: Value | null): {
  written: () => Value | null;
  choose: (id: string) => void;
  note: () => string | undefined;
} {
  const answer = new Answer(value);
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

  it("does not move to another option, is told, and can be taken back", () => {
    const page = open(noted);
    page.choose("published");
    expect(page.written()).toEqual({ kind: "choice", value: { option: "published", note: "" } });
    expect(page.note()).toBe("");
    const told = toasts.at(-1);
    expect(told?.text).toBe("Removed with the answer: “Asked twice.”");
    told?.action?.run();
    expect(page.written()).toEqual(noted);
    expect(page.note()).toBe("Asked twice.");
  });

  it("comes back when its option is chosen again, as it was last", () => {
    const page = open(noted);
    const box = document.querySelector<HTMLTextAreaElement>(".note textarea");
    if (!box) throw new Error("no note");
    box.value = "Asked three times.";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    page.choose("published");
    page.choose("open");
    expect(page.note()).toBeUndefined();
    page.choose("not-published");
    expect(page.written()).toEqual({ kind: "choice", value: { option: "not-published", note: "Asked three times." } });
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

it("is written after a pause while one steps through a list by arrow keys, and at once when it is chosen", () => {
  const answer = new Answer(null);
  const props = { answer, field, label: "F", compact: true, missing: false } as unknown as FieldProps;
  page = mount(Choice, { target: document.body, props });
  flushSync();
  const list = document.querySelector("select") as HTMLSelectElement;
  const change = (to: string): void => {
    list.value = to;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  };
  list.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
  change("published");
  list.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  change("open");
  expect(answer.soon).toEqual([false, true]);
});

describe("the notes of several options", () => {
  it("come back when their options are ticked again", () => {
    const before: Value = { kind: "choices", value: [{ option: "published", note: "On the web" }, { option: "open" }] };
    const answer = new Answer(before);
    const props = { answer, field, label: "F", compact: false, missing: false } as unknown as FieldProps;
    page = mount(Choices, { target: document.body, props });
    flushSync();
    const tick = (): void => document.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
    tick();
    expect(answer.value).toEqual({ kind: "choices", value: [{ option: "open" }] });
    tick();
    expect(answer.value).toEqual(before);
  });
});
