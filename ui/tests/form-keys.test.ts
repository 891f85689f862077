// The keys of a form's page: a note to oneself, and nothing where AltGr types a letter.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const called: [string, Record<string, unknown>][] = [];
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Record<string, unknown>) => (called.push([name, args]), {}),
}));
vi.mock("../src/state/changes", () => ({
  change: async (make: (project: string) => Promise<unknown>) => make("p"),
  savedFirst: async () => true,
}));
const { session } = await import("../src/state/session.svelte");
const { router } = await import("../src/state/route.svelte");
const { default: Form } = await import("../src/screens/Form.svelte");
const { shortcutText } = await import("../src/shortcuts");

let page: Record<string, unknown>;
beforeEach(() => {
  called.length = 0;
  router.route = { screen: "form" };
  const progress = { required: 0, filled: 0, gaps: [] };
  const section = { id: "3", title: "Risks", law: [], hint: "", parts: [], progress };
  session.overview = { head: { id: "p" }, forms: [], people: [] } as never;
  session.form = { form: "rar", short: "RAR", title: "Risk report", sections: [section] } as never;
  session.section = section;
  page = mount(Form, { target: document.body });
  flushSync();
});
afterEach(async () => {
  await unmount(page);
  session.overview = session.form = session.section = null;
});
function press(key: string, held: KeyboardEventInit): boolean {
  const e = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held });
  document.body.dispatchEvent(e);
  return e.defaultPrevented;
}
const notes = (): unknown[] => called.flatMap(([name, args]) => (name === "add_own_note" ? [args] : []));

describe("a note to oneself", () => {
  it("is begun by Ctrl+Shift+M, as the list of keys says", () => {
    expect(press("M", { ctrlKey: true, shiftKey: true })).toBe(true);
    expect(notes()).toEqual([{ project: "p", form: "rar", section: "3" }]);
    expect(shortcutText("own-note")).toBe("Ctrl+Shift+M");
  });

  it("is not begun behind an open dialog, nor does anything else change there", () => {
    document.body.insertAdjacentHTML("beforeend", "<dialog open></dialog>");
    const held = [press("M", { ctrlKey: true, shiftKey: true }), press(".", { ctrlKey: true })];
    document.querySelector("dialog")?.remove();
    expect([held, notes()]).toEqual([[false, false], []]);
  });

  it("is not begun by AltGr+M, which types µ on Danish and Norwegian keyboards", () => {
    for (const key of ["µ", "m"])
      expect(press(key, { ctrlKey: true, altKey: true, code: "KeyM" }), "the letter is typed").toBe(false);
    expect(press(".", { ctrlKey: true, altKey: true })).toBe(false);
    expect(notes()).toEqual([]);
  });
});
