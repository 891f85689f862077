// Other workspaces: those opened last, one that another start asks for, and backups as workspaces of their own.
import { flushSync, mount, unmount, type Component } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const asked: unknown[][] = [];
const answers: Record<string, unknown> = {};
let requested: (() => void) | null = null;
const note =
  (name: string) =>
  async (...args: unknown[]) => {
    asked.push([name, ...args]);
    const answer = answers[name];
    if (answer instanceof Error) throw answer;
    return answer ?? null;
  };
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: (name: string, args: object) => note(name)(args),
  choosePages: note("choosePages"),
  chooseSavePath: note("chooseSavePath"),
  forgetRecent: note("forgetRecent"),
  openRecent: note("openRecent"),
  openRequested: note("openRequested"),
  openSaved: note("openSaved"),
  openWorkspace: note("openWorkspace"),
  recentWorkspaces: note("recentWorkspaces"),
  onWorkspaceRequested: (ask: () => void) => {
    requested = ask;
    return () => (requested = null);
  },
}));
const { session } = await import("../src/state/session.svelte");
const { toasts } = await import("../src/state/toasts.svelte");
const { default: RecentWorkspaces } = await import("../src/kit/RecentWorkspaces.svelte");
const { default: RequestedWorkspace } = await import("../src/kit/RequestedWorkspace.svelte");
const { default: Backups } = await import("../src/kit/Backups.svelte");

let page: object;
const reload = vi.fn();
async function open(component: Component, until: () => void): Promise<void> {
  page = mount(component, { target: document.body });
  await settled(until);
}
const settled = (until: () => void): Promise<void> =>
  vi.waitFor(() => {
    flushSync();
    until();
  });
const button = (name: string): HTMLButtonElement => {
  const found = [...document.querySelectorAll("button")].find(
    (b) => (b.getAttribute("aria-label") ?? b.textContent).trim() === name,
  );
  if (!found) throw new Error(`no button is called ${name}: ${document.body.textContent}`);
  return found;
};
const text = (): string => (document.body.textContent ?? "").replace(/\s+/g, " ");

beforeEach(() => {
  asked.length = 0;
  for (const key of Object.keys(answers)) delete answers[key];
  session.status = { workspace: "/here/open.vurder" } as never;
  vi.stubGlobal("location", { hash: "", reload });
  reload.mockClear();
});
afterEach(async () => {
  await unmount(page);
  vi.unstubAllGlobals();
});

test("those opened last are offered without the open one, and a missing one can be taken off the list", async () => {
  answers["recentWorkspaces"] = [
    { path: "/here/open.vurder", there: true },
    { path: "/there/other.vurder", there: true },
    { path: String.raw`D:\studies\gone.vurder`, there: false },
  ];
  answers["openRecent"] = "/there/other.vurder";
  await open(RecentWorkspaces, () => expect(text()).toContain("other.vurder"));
  expect(text()).not.toContain("open.vurder");
  expect(text()).toContain(String.raw`Not found: D:\studies\gone.vurder`);
  answers["recentWorkspaces"] = [{ path: "/there/other.vurder", there: true }];
  button("Remove gone.vurder from this list").click();
  await settled(() => expect(text()).not.toContain("gone.vurder"));
  expect(asked).toContainEqual(["forgetRecent", String.raw`D:\studies\gone.vurder`]);
  button("other.vurder").click();
  await settled(() => expect(reload).toHaveBeenCalledOnce());
  expect(asked).toContainEqual(["openRecent", "/there/other.vurder"]);
});

test("a workspace that another start asks for is opened, before the page was there and after", async () => {
  await open(RequestedWorkspace, () => expect(asked).toEqual([["openRequested"]]));
  expect(reload).not.toHaveBeenCalled();
  answers["openRequested"] = "/there/other.vurder";
  requested?.();
  await settled(() => expect(reload).toHaveBeenCalledOnce());
});

test("one that does not open is told, and the page stays", async () => {
  answers["openRequested"] = Object.assign(new Error("It is damaged."), { code: "damaged" });
  await open(RequestedWorkspace, () => expect(JSON.stringify(toasts)).toContain("It is damaged."));
  expect(reload).not.toHaveBeenCalled();
});

const BACKUP = {
  path: "/here/backups/open.2026-11-22.vurder",
  day: "2026-11-22",
  bytes: 412_000,
  place: "beside",
  state: "earlier",
  changes: 3,
  projects: ["Kidneys", "Hearts"],
};
const LIST = { folder: "/here/backups", days: 7, weeks: 4, most: 99, backups: [BACKUP] };

test("a backup is looked at and restored, and can be opened then", async () => {
  answers["backups"] = LIST;
  answers["look_at_backup"] = {
    path: BACKUP.path,
    projects: [{ title: "Kidneys", changed: "2026-11-22T09:00:00Z", trashed: false, answers: 12 }],
  };
  answers["chooseSavePath"] = "/here/restored.vurder";
  answers["restore_backup"] = { path: "/here/restored.vurder", bytes: 412_000 };
  answers["openSaved"] = "/here/restored.vurder";
  await open(Backups, () => expect(text()).toContain("3 changes in Kidneys, Hearts"));
  button("Look inside").click();
  await settled(() => expect(text()).toContain("Kidneys: 12 answers"));
  button("Restore …").click();
  await settled(() => expect(text()).toContain("Restored to /here/restored.vurder"));
  expect(asked).toContainEqual(["restore_backup", { backup: BACKUP.path, out: "/here/restored.vurder" }]);
  expect(reload).not.toHaveBeenCalled();
  button("Open it").click();
  await settled(() => expect(reload).toHaveBeenCalledOnce());
  expect(asked).toContainEqual(["openSaved", "/here/restored.vurder"]);
});

test("more are kept, and a second folder stays chosen", async () => {
  answers["backups"] = { ...LIST, second: { folder: "/stick", there: false }, backups: [] };
  answers["plan_backups"] = { ...LIST, days: 14, second: { folder: "/stick", there: false } };
  await open(Backups, () => expect(text()).toContain("which is not there now"));
  const days = document.querySelector<HTMLInputElement>("[data-testid=backups-days]");
  if (!days) throw new Error("no field");
  days.value = "14";
  days.dispatchEvent(new Event("change", { bubbles: true }));
  await settled(() => expect(asked).toContainEqual(["plan_backups", { days: 14, weeks: 4, second_folder: "/stick" }]));
  await settled(() => expect(button("Stop copying").disabled).toBe(false));
  button("Stop copying").click();
  await settled(() => expect(asked).toContainEqual(["plan_backups", { days: 14, weeks: 4 }]));
});
