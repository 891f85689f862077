// The versions of a project, the dialog that freezes one, and how two states of the project differ.
import { flushSync, mount, unmount } from "svelte";
import { expect, it, vi } from "vitest";

const line = (number: number, kind: string): object => ({ number, kind, on: "2026-11-27", by: "Kari", note: "Sent." });
const report = { form: "edpb-dpia", short: "DPIA", pages: 9, bytes: 1, sha256: "0" };
const versions = [1, 2].map((number) => ({
  line: line(number, number === 1 ? "review" : "approved"),
  frozen: "2026-11-27T12:00:00Z",
  reports: [report],
}));
const compared = {
  from: line(1, "review"),
  to: null,
  added: 0,
  removed: 0,
  changed: 1,
  attachments: [],
  registers: [
    {
      register: "measure",
      title: "Measures",
      rows: [
        {
          change: "changed",
          row: "m",
          number: "M2",
          label: "Factors",
          form: "edpb-dpia",
          section: "2",
          answers: [
            {
              change: "changed",
              field: "measure",
              label: "Measure",
              words: [
                { side: "before", words: "Two" },
                { side: "after", words: "Three" },
                { side: "both", words: "factors" },
              ],
            },
          ],
        },
      ],
    },
  ],
};
const called: [string, object][] = [];
/** The answer to a comparison, where it takes its time. */
let slowly: Promise<object> | null = null;
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  chooseSavePath: () => Promise.resolve(null),
  call: (name: string, args: object) => {
    called.push([name, args]);
    if (name === "compare_versions" && slowly) return slowly;
    return Promise.resolve(name === "versions" ? { versions } : name === "compare_versions" ? compared : {});
  },
}));
const { session } = await import("../src/state/session.svelte");
const { router } = await import("../src/state/route.svelte");
const { default: Versions } = await import("../src/screens/Versions.svelte");

session.overview = { head: { id: "p", title: "Kidneys" }, forms: [] } as never;
const found = async (selector: string): Promise<HTMLElement> =>
  vi.waitFor(() => {
    flushSync();
    const element = document.querySelector<HTMLElement>(selector);
    expect(element, selector).not.toBeNull();
    return element as HTMLElement;
  });

it("lists the newest first, and asks who sends the next one before it is frozen", async () => {
  router.route = { screen: "versions", project: "p" };
  const page = mount(Versions, { target: document.body });
  await found("[data-testid=version-2]");
  const listed = [...document.querySelectorAll("[data-testid^=version-]")].map((row) =>
    row.getAttribute("data-testid"),
  );
  expect(listed).toEqual(["version-2", "version-1"]);
  expect((await found("[data-testid=version-2]")).textContent).toContain("Approved");
  (await found("[data-testid=freeze-review]")).click();
  expect((await found("[data-testid=freeze-dialog]")).textContent).toContain("version 3");
  const freeze = (await found("[data-testid=freeze]")) as HTMLButtonElement;
  expect(freeze.disabled, "nobody is named").toBe(true);
  const by = (await found("[data-testid=freeze-by]")) as HTMLInputElement;
  by.value = "Kari Nordmann";
  by.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  expect(freeze.disabled).toBe(false);
  await unmount(page);
});

it("shows what went and what came beside each other, with the way there", async () => {
  router.route = { screen: "versions", project: "p", from: "1" };
  const page = mount(Versions, { target: document.body });
  const row = await found("[data-testid=compared-m]");
  expect(row.querySelector("del")?.textContent).toContain("Two");
  expect(row.querySelector("ins")?.textContent).toContain("Three");
  expect(row.querySelector("a")?.getAttribute("href")).toBe("#/p/p/form/edpb-dpia/2?at=m%2Fmeasure");
  expect(called.find(([name]) => name === "compare_versions")?.[1]).toEqual({ project: "p", from: 1 });
  await unmount(page);
});

it("shows no comparison under the heading of another one", async () => {
  router.route = { screen: "versions", project: "p", from: "1" };
  const page = mount(Versions, { target: document.body });
  await found("[data-testid=compared-m]");
  let answer: (of: object) => void = () => undefined;
  slowly = new Promise((done) => (answer = done));
  router.route = { screen: "versions", project: "p", from: "1", to: "2" };
  flushSync();
  expect(document.querySelector("[data-testid=compared-m]")).toBeNull();
  answer({ ...compared, to: line(2, "approved") });
  await found("[data-testid=compared-m]");
  slowly = null;
  await unmount(page);
});
