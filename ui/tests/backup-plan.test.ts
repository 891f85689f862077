// How many backups are kept: a number that is none, or is refused, does not stay in its field.
import { flushSync, mount, unmount } from "svelte";
import { expect, it, vi } from "vitest";

const list = { folder: "/b", backups: [], days: 30, weeks: 8, most: 365, second: null };
const planned: unknown[] = [];
let refuses = false;
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Record<string, unknown>) => {
    if (name !== "plan_backups") return list;
    planned.push(args.days);
    if (refuses) throw { code: "invalid", message: "Too many." };
    return { ...list, ...args };
  },
}));
const { default: Backups } = await import("../src/kit/Backups.svelte");

it("puts back an empty number and a refused one, and takes each step of another", async () => {
  const page = mount(Backups, { target: document.body });
  const days = await vi.waitFor(() => {
    flushSync();
    const found = document.querySelector<HTMLInputElement>("[data-testid=backups-days]");
    if (!found || found.disabled) throw new Error("not there yet");
    return found;
  });
  const set = (value: string): void => {
    days.value = value;
    days.dispatchEvent(new Event("change", { bubbles: true }));
    flushSync();
  };
  set("");
  await vi.waitFor(() => expect(days.value).toBe("30"));
  expect(planned).toEqual([]);
  days.focus();
  set("31");
  expect(days.disabled, "the focus stays").toBe(false);
  set("32");
  await vi.waitFor(() => expect(planned).toEqual([31, 32]));
  await vi.waitFor(() => expect(days.value).toBe("32"));
  refuses = true;
  set("9000");
  await vi.waitFor(() => expect(days.value).toBe("30"));
  await unmount(page);
});
