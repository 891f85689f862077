// What the trash says when something comes out of it.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, it, vi } from "vitest";

const row = (label: string): object => ({
  project: "p",
  row: "r",
  one: "measure",
  label,
  trashed: "2026-11-22T12:00:00Z",
});
let rows: object[] = [];
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string) => (name === "trash" ? { projects: [], rows } : {}),
}));
const { toasts } = await import("../src/state/toasts.svelte");
const { default: Trash } = await import("../src/screens/Trash.svelte");

afterEach(() => void toasts.splice(0));

it.each([
  ["A gate for exports", "A gate for exports is restored."],
  ["", "The measure (no name yet) is restored."],
])("names the row %o that is back", async (label, said) => {
  rows = [row(label)];
  const page = mount(Trash, { target: document.body });
  await vi.waitFor(() => {
    flushSync();
    expect(document.querySelector("[data-testid=restore-r]")).not.toBeNull();
  });
  document.querySelector<HTMLElement>("[data-testid=restore-r]")?.click();
  await vi.waitFor(() => expect(toasts.map((toast) => toast.text)).toEqual([said]));
  await unmount(page);
});
