// Ticking references: a row in the trash stays named, so that it is named again when it is taken out.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, it } from "vitest";

import type { ChoiceOption, Value } from "../src/bindings";
import type { FieldProps } from "../src/fields/props";
import Refs from "../src/fields/Refs.svelte";

let page: Record<string, unknown> | undefined;
afterEach(async () => page && (await unmount(page)));

class Answer {
  value = $state<Value | null>({ kind: "refs", value: ["in-trash", "d1"] });
  set(next: Value | null): void {
    this.value = next;
  }
}

it("keeps the rows in the trash, whatever is ticked and unticked", () => {
  const answer = new Answer();
  const options = ["d1", "d2"].map((id) => ({ id, label: id })) as ChoiceOption[];
  const props = { answer, options, cell: { refs: [] }, label: "Data", missing: false } as unknown as FieldProps;
  page = mount(Refs, { target: document.body, props });
  document.querySelector<HTMLButtonElement>("button")?.click();
  flushSync();
  const boxes = [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  for (const box of boxes) box.click();
  flushSync();
  expect(answer.value).toEqual({ kind: "refs", value: ["d2", "in-trash"] });
  boxes[1]?.click();
  flushSync();
  expect(answer.value, "the trash still names it").toEqual({ kind: "refs", value: ["in-trash"] });
});
