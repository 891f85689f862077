// Where own notes stand, what a new one would stand beside, and which sections are ready.
import { describe, expect, it, vi } from "vitest";

let make: () => Promise<string | null> = async () => null;
const added: unknown[] = [];
vi.mock("../src/bridge", () => ({ refusal: (thrown: unknown) => thrown, call: async () => ({}) }));
vi.mock("../src/state/changes", () => ({
  change: async (of: (project: string) => Promise<unknown>) => {
    added.push(await of("p"));
    const row = await make();
    return row === null ? null : { row };
  },
}));
const { addOwnNote, placeAt } = await import("../src/form/own-notes");
const { toasts } = await import("../src/state/toasts.svelte");
const { notesByPlace, notesIn, placeOfNote } = await import("../src/state/own-notes");
const { readyIn, unready } = await import("../src/state/ready");

const note = (row: string, more: object) =>
  ({ row, field: "words", place: "", doc: {}, words: row, form: "dpia", section: "1", ...more }) as never;
const all = [
  note("answer", { at_row: "d", at_field: "name" }),
  note("row", { at_row: "d" }),
  note("section", {}),
  note("gone", { form: undefined, section: undefined }),
];

describe("an own note", () => {
  it("stands beside its answer, its row or its section", () => {
    expect(all.map(placeOfNote)).toEqual(["d/name", "d", "section:dpia/1", null]);
    const places = notesByPlace(all);
    expect(places.get("d/name")).toEqual([all[0]]);
    expect(places.get("of:d")).toEqual([all[0], all[1]]);
    expect(notesIn(all, "dpia", "1")).toEqual(all.slice(0, 3));
    expect(notesIn(all, "rar", "1")).toEqual([]);
  });

  it("is begun beside the answer, else the row, else the section, and never beside another note", () => {
    document.body.innerHTML = `<table><tr data-row="d"><th id="no"></th
      ><td data-at="d/name"><i id="in"></i></td></tr></table>
      <div data-at="n/words" data-note-at><i id="noted"></i></div><p id="out"></p>`;
    const section = { form: "dpia", section: "1" };
    const of = (id: string) => placeAt(document.getElementById(id), section);
    expect(of("in")).toEqual({ row: "d", field: "name" });
    expect(of("no")).toEqual({ row: "d" });
    expect(of("out")).toEqual(section);
    expect(of("noted")).toEqual(section);
    expect(placeAt(null, section)).toEqual(section);
  });
});

describe("words typed right after an own note was asked for", () => {
  const page = (): void => {
    document.body.innerHTML = `<div data-testid="page"><textarea id="answer"></textarea></div>`;
    document.querySelector<HTMLElement>("#answer")?.focus();
  };
  const answer = (): string | undefined => document.querySelector<HTMLTextAreaElement>("#answer")?.value;
  const type = (words: string): void => {
    if (document.activeElement instanceof HTMLTextAreaElement) document.activeElement.value += words;
  };

  it("go into the note, and never into the answer that is printed", async () => {
    page();
    let here: () => void = () => {};
    make = () => new Promise((done) => (here = () => done("n1")));
    const begun = addOwnNote({ row: "d", field: "name" });
    await vi.waitFor(() => expect(added.length).toBe(1));
    void addOwnNote({ row: "d", field: "name" });
    type("Ask Kari");
    const note = '<div data-note="n1"><textarea role="textbox" id="note"></textarea></div>';
    document.querySelector("[data-testid=page]")?.insertAdjacentHTML("beforeend", note);
    here();
    await begun;
    const field = document.querySelector<HTMLTextAreaElement>("#note");
    expect([field?.value, answer(), document.activeElement === field]).toEqual(["Ask Kari", "", true]);
    expect(added.length, "the keys pressed twice make one note").toBe(1);
  });

  it("are given back where the note was not made, with the caret where it was", async () => {
    page();
    make = async () => {
      type("Ask Kari");
      return null;
    };
    await addOwnNote({ row: "d", field: "name" });
    expect([toasts.at(-1)?.words, answer(), document.activeElement?.id]).toEqual(["Ask Kari", "", "answer"]);
    toasts.splice(0);
  });
});

describe("a section that is ready", () => {
  const form = { form: "dpia", short: "DPIA", sections: [{ id: "1" }, { id: "2" }, { id: "3" }] };
  const overview = (ready?: object[]) => ({ forms: [form], ready }) as never;
  const marks = [
    { form: "dpia", section: "1", by: "Kari", changed: false },
    { form: "dpia", section: "2", by: "Kari", changed: true },
  ];

  it("counts until it changes", () => {
    expect(readyIn(overview(marks), form as never)).toEqual({ ready: 1, sections: 3 });
  });

  it("is not among those that are named before a review; nothing is named where nobody uses marks", () => {
    expect(unready(overview(marks)).map(({ section, mark }) => [section.id, !!mark])).toEqual([
      ["2", true],
      ["3", false],
    ]);
    expect(unready(overview())).toEqual([]);
    expect(unready(null)).toEqual([]);
  });
});
