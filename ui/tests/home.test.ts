// The first screen: what is to be known of the workspace stands there once.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  recentWorkspaces: async () => [],
  call: async (name: string) => (name === "status" ? status : []),
}));
let status: unknown = null;
const { session } = await import("../src/state/session.svelte");
const { keepPlace, mayStay } = await import("../src/state/reopen");
const { default: Home } = await import("../src/screens/Home.svelte");

let page: object;
const told = (): string[] => [...document.querySelectorAll("[data-testid=notice]")].map((e) => e.textContent ?? "");

async function open(firstStart: boolean): Promise<void> {
  status = {
    workspace: "/w.vurder",
    first_start: firstStart,
    notices: [
      { message: "The search index was made anew.", help: "Nothing is lost.", detail: "index 3" },
      { message: "A journal was set aside.", help: "It lies beside the workspace.", detail: "" },
    ],
  };
  session.status = status as never;
  page = mount(Home, { target: document.body });
  await vi.waitFor(() => {
    flushSync();
    expect(told()).not.toEqual([]);
  });
}
beforeEach(() => void (session.status = null));
afterEach(() => unmount(page));

it.each([false, true])(
  "tells each notice once, with its detail only where there is one (first start: %s)",
  async (first) => {
    await open(first);
    expect(told().map((text) => text.replace(/\s+/g, " ").trim())).toEqual([
      expect.stringMatching(/^The search index was made anew\. Nothing is lost\. .+ index 3$/),
      "A journal was set aside. It lies beside the workspace.",
    ]);
  },
);

it("remembers which notices it told, so that the next start goes where the person left", async () => {
  localStorage.clear();
  keepPlace("/w.vurder", "#/p/p");
  await open(false);
  expect(mayStay(session.status as never), "both notices stand still").toBe(true);
});
