// Who accepts a risk: names come from the roles of the assessment, the role from what the method allows for the level.
import { flushSync, mount, tick, unmount } from "svelte";
import { afterEach, describe, expect, it } from "vitest";

import type { Acceptance, Acceptors, CellView, Field, Value } from "../src/bindings";
import Accept from "../src/fields/Accept.svelte";
import Choices from "../src/fields/Choices.svelte";
import type { FieldProps } from "../src/fields/props";

let page: Record<string, unknown> | undefined;
afterEach(async () => {
  if (page) await unmount(page);
  page = undefined;
});

class Answer {
  value = $state<Value | null>(null);
  replacedAt = 0;
  dirty = false;
  constructor(value: Value | null) {
    this.value = value;
  }
  set(next: Value | null): void {
    this.value = next;
    flushSync();
  }
  leave(): void {}
}

const field = { id: "acceptance", options: [] } as unknown as Field;
const acceptors: Acceptors = {
  roles: ["Risk owner", "Director"],
  people: [{ name: "Åse Dahl, head of unit", role: "Risk owner" }],
};

function open(given: Acceptance | null, cell: Partial<CellView> = {}): Answer {
  const answer = new Answer(given ? { kind: "acceptance", value: given } : null);
  const props = { answer, field, cell, acceptors, label: "Acceptance", missing: false } as unknown as FieldProps;
  page = mount(Accept, { target: document.body, props });
  flushSync();
  return answer;
}

const lists = (): HTMLSelectElement[] => [...document.querySelectorAll("select")];
const choose = (list: HTMLSelectElement | undefined, value: string): void => {
  if (!list) throw new Error("nothing is offered");
  list.value = value;
  list.dispatchEvent(new Event("change", { bubbles: true }));
  flushSync();
};

describe("who accepts", () => {
  it("takes a name from the roles and a role from the method", () => {
    const answer = open(null);
    const [people, roles] = lists();
    choose(people, "Åse Dahl, head of unit");
    choose(roles, "Director");
    expect(answer.value).toEqual({
      kind: "acceptance",
      value: { accepted: false, name: "Åse Dahl, head of unit", role: "Director", date: null },
    });
    expect(lists()).toHaveLength(0);
  });

  it("lets one step through the names by arrow keys, and then goes on in the field", async () => {
    const answer = open(null);
    const [people] = lists();
    const name = (): string | undefined => (answer.value as { value: Acceptance } | null)?.value.name;
    const press = (key: string): void => {
      people?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      flushSync();
    };
    people?.focus();
    press("ArrowDown");
    choose(people, "Åse Dahl, head of unit");
    expect(lists()[0], "the list stays below the person's keys").toBe(people);
    expect([people?.value, document.activeElement]).toEqual(["Åse Dahl, head of unit", people]);
    press("ArrowUp");
    choose(people, "");
    expect(name(), "one can go back").toBe("");
    press("ArrowDown");
    choose(people, "Åse Dahl, head of unit");
    press("Enter");
    await tick();
    expect([name(), lists().length]).toEqual(["Åse Dahl, head of unit", 1]);
    expect((document.activeElement as HTMLTextAreaElement).value).toBe("Åse Dahl, head of unit");
  });

  it("offers only the role that the method allows for the level", () => {
    open(null, { may_accept: "Director" });
    const offered = [...(lists()[1]?.options ?? [])].map((option) => option.value);
    expect(offered).toEqual(["", "Director"]);
  });

  it("says so where another role accepts", () => {
    open({ accepted: true, name: "Åse", role: "Risk owner", date: null }, { may_accept: "Director" });
    expect(document.body.textContent).toContain("Director");
  });
});

describe("several grounds", () => {
  const bases = {
    id: "basis",
    explain_several: "What it covers",
    options: [
      { id: "a", label: "consent" },
      { id: "e", label: "public task" },
    ],
  } as unknown as Field;

  it("each say what they cover, and one alone does not", () => {
    const answer = new Answer({ kind: "choices", value: [{ option: "a" }] });
    const props = { answer, field: bases, label: "Basis", compact: false, missing: false } as unknown as FieldProps;
    page = mount(Choices, { target: document.body, props });
    flushSync();
    expect(document.querySelectorAll("textarea")).toHaveLength(0);
    document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")[1]?.click();
    flushSync();
    expect(answer.value).toEqual({ kind: "choices", value: [{ option: "a" }, { option: "e" }] });
    expect(document.querySelectorAll("textarea")).toHaveLength(2);
  });
});
