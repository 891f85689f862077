// The reason why something does not apply: its field stays while the person replaces the words.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, it, vi } from "vitest";

import type { GroupView, Value } from "../src/bindings";

vi.mock("../src/bridge", () => ({ refusal: (thrown: unknown) => thrown, call: () => new Promise(() => undefined) }));
const { default: NotApplicable } = await import("../src/form/NotApplicable.svelte");

let page: Record<string, unknown> | undefined;
afterEach(async () => page && (await unmount(page)));

const withReason = (value: Value | null): GroupView => {
  const field = { id: "reason", kind: "line", label: "Reason", options: [], law: [], hint: "" };
  const note = { row: "n", field, cell: { value, refs: [], missing: value === null, asked: true } };
  return { id: "erasure", note, rows: [] } as unknown as GroupView;
};

it("does not become a button under the caret when the empty answer is saved", () => {
  let group = $state.raw(withReason({ kind: "line", value: "No such data." }));
  const props = {
    table: "rights",
    of: "Erasure",
    get group() {
      return group;
    },
  };
  page = mount(NotApplicable, { target: document.body, props });
  flushSync();
  const field = document.querySelector("textarea");
  field?.focus();
  flushSync();
  group = withReason(null);
  flushSync();
  expect([document.querySelector("textarea"), document.activeElement]).toEqual([field, field]);
});
