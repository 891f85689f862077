// The section in sight goes out as a PDF of that section alone, and opens.
import { beforeEach, expect, it, vi } from "vitest";

const calls: [string, unknown][] = [];
let chosen: string | null = "/out/section.pdf";
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: unknown) => (calls.push([name, args]), {}),
  chooseSavePath: async (suggested: string) => (calls.push(["choose", suggested]), chosen),
  openFile: async (path: string) => void calls.push(["open", path]),
}));
const { printSection } = await import("../src/export/print-section");
const { session } = await import("../src/state/session.svelte");

beforeEach(() => {
  calls.length = 0;
  localStorage.clear();
  session.overview = { head: { id: "p", title: "Kidneys", version: "2" } } as never;
  session.form = { form: "edpb-dpia", short: "DPIA" } as never;
  session.section = { id: "3", title: "Risks" } as never;
});

it("is written where the person says, and opened", async () => {
  await printSection();
  expect(calls[0]?.[1]).toMatch(/^\d{4}-\d\d-\d\d DPIA 3 Risks Kidneys v2 draft\.pdf$/);
  const args = { project: "p", form: "edpb-dpia", out: "/out/section.pdf", sections: ["3"], without_summary: true };
  expect(calls.slice(1)).toEqual([
    ["export", args],
    ["open", "/out/section.pdf"],
  ]);
});

it("is proposed under the person's own name in its project alone, with the version of now", async () => {
  const proposed = async (id: string, version: string): Promise<unknown> => {
    calls.length = 0;
    session.overview = { head: { id, title: id, version } } as never;
    await printSection();
    return calls[0]?.[1];
  };
  chosen = "/out/Kidneys, risks, v2.pdf";
  await proposed("p", "2");
  expect(await proposed("p", "3")).toBe("/out/Kidneys, risks, v3.pdf");
  const other = await proposed("q", "2");
  expect(other, "another project gets no name of the first").toMatch(/^\/out\/\d{4}-\d\d-\d\d DPIA 3 Risks q v2 draft/);
});

it("is not written when the person changes their mind", async () => {
  chosen = null;
  await printSection();
  expect(calls.map(([name]) => name)).toEqual(["choose"]);
});
