// A section on the page shows the articles that it answers.
import { flushSync, mount, unmount } from "svelte";
import { expect, it, vi } from "vitest";

vi.mock("../src/bridge", () => ({ refusal: (thrown: unknown) => thrown, call: async () => ({}) }));
const { default: Section } = await import("../src/form/Section.svelte");

function lawShown(sectionLaw: string[], partLaw: string[]): string[] {
  const part = { id: "9.1", title: "Requests", law: partLaw, hint: "", optional: false, blocks: [] };
  const section = { id: "9", title: "Follow-up", law: sectionLaw, hint: "", parts: [part] } as never;
  const page = mount(Section, { target: document.body, props: { section } });
  flushSync();
  const lines = [...document.querySelectorAll(".law")].map((e) => e.lastChild?.textContent?.trim() ?? "");
  void unmount(page);
  return lines;
}

it("shows the law of a part only where the section's heading has not shown the same", () => {
  const both = ["GDPR 28(3)(f)", "GDPR 28(3)(h)"];
  expect(lawShown(both, both)).toEqual(["GDPR 28(3)(f) · GDPR 28(3)(h)"]);
  expect(lawShown(both, ["GDPR 28(1)"])).toEqual(["GDPR 28(3)(f) · GDPR 28(3)(h)", "GDPR 28(1)"]);
  expect(lawShown([], both)).toEqual(["GDPR 28(3)(f) · GDPR 28(3)(h)"]);
});
