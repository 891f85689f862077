// Reading a provider's page: what it shows, the search on it, and citing by keyboard.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { PageView, PassageFacts, StatementView } from "../src/bindings";
import { asOfNow, changed } from "./program";
import { pageView } from "./published";

const facts = (more: Partial<PassageFacts>): PassageFacts => ({
  cited: 0,
  statements: [],
  change: null,
  before: null,
  ...more,
});
const statement = {
  statement: {
    id: "north/own-1",
    provider: "north",
    words: "Copies are kept for 30 days.",
    kind: "measure",
    side: "provided",
    theme: "technological",
    topics: ["backup"],
    sources: [],
    iso: [],
    hash: "",
  },
  provider: "north",
  provider_name: "North",
  judgement: null,
  note: null,
  note_row: null,
  cited: 0,
} as StatementView;
const shownView: PageView = {
  ...pageView,
  passages: {
    1: facts({ change: "same", cited: 1 }),
    9: facts({ cited: 2, change: "reworded", before: "Home | weekly | 14 days" }),
    11: facts({ change: "new" }),
  },
  gone: [{ heading: "How long", words: "Old copies are burnt." }],
};
let view = shownView;
let citations: Record<string, unknown> = {};
/** How long the program takes to propose topics for these words, ms. */
let slowProposals: Record<string, number> = {};
let asked: [string, Record<string, unknown>][] = [];
let refused: { code: string; message: string; help: string } | null = null;
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Record<string, unknown>) => {
    asked.push([name, args]);
    if (name === "page") return view;
    if (name === "project")
      return asOfNow({
        head: { id: "p" },
        undo: { undo: null, redo: null },
        forms: [],
        providers: [],
        controllers: [],
      });
    if (name === "citations") return asOfNow({ citations });
    if (name === "cite") {
      const citation = { id: "c-1", statement: args.statement, pinned: "2026-05-04T10:00:00Z", words: "", sources: [] };
      citations = { "c-1": { citation, current: true } };
      return changed({ citations: ["c-1"] }, { citation: "c-1" });
    }
    if (name === "propose_topics") {
      await new Promise((done) => setTimeout(done, slowProposals[String(args.words)] ?? 0));
      return [{ topic: "backup", words: ["nightly"] }];
    }
    if (name === "make_statement") {
      view = {
        ...view,
        statements: { [statement.statement.id]: statement },
        passages: { ...view.passages, 10: facts({ statements: [statement.statement.id] }) },
      };
      return statement;
    }
    if (name === "remove_statement") {
      if (refused) throw refused;
      view = { ...view, statements: {}, passages: { ...view.passages, 10: facts({}) } };
      return args;
    }
    return {};
  },
}));
const { router } = await import("../src/state/route.svelte");
const { closeProject, openProject, session } = await import("../src/state/session.svelte");
const { dismiss, toasts } = await import("../src/state/toasts.svelte");
const { default: PageRead } = await import("../src/library/PageRead.svelte");

let page: Record<string, never>;
const all = <E extends HTMLElement>(css: string): E[] => [...document.querySelectorAll<E>(css)];
const press = (key: string, more: KeyboardEventInit = {}): void => {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }),
  );
  flushSync();
};
const atPassage = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>("[data-passage]")?.dataset.passage;

const counted = vi.fn();
beforeEach(async () => {
  [view, citations, asked, refused] = [shownView, {}, [], null];
  router.route = { screen: "library", project: "p" };
  await openProject("p");
  page = mount(PageRead, {
    target: document.body,
    props: {
      provider: "north",
      page: "north/backup",
      topics: ["access", "backup"].map((id) => ({ id, title: id, question: "", group: "", iso: [], gdpr: [] })),
      onstatements: counted,
    },
  }) as Record<string, never>;
  await vi.waitFor(() => {
    flushSync();
    expect(all("[data-passage]").length).toBe(18);
  });
});
afterEach(async () => {
  await unmount(page);
  closeProject();
  counted.mockReset();
  for (const toast of [...toasts]) dismiss(toast.id);
});
const until = (check: () => void): Promise<void> =>
  vi.waitFor(() => {
    flushSync();
    check();
  });
const cited = (): unknown[] => asked.filter(([name]) => name === "cite").map(([, args]) => args.statement);

it("draws rows as one table whose heads are heads of columns", () => {
  expect(all("table").length).toBe(1);
  expect(all("thead th[scope=col]").map((th) => th.firstChild?.textContent?.trim() || th.textContent?.trim())).toEqual([
    "Folder",
    "Copies",
    expect.stringContaining("Kept"),
  ]);
  expect(
    all("tbody tr").map((tr) => tr.querySelectorAll("td").length),
    "a short row is filled up",
  ).toEqual([3, 3]);
});

it("keeps the numbers of a numbered list and the line ends of code", () => {
  expect(all<HTMLLIElement>("ol > li").map((li) => li.getAttribute("value"))).toEqual(["3", "4"]);
  expect(document.querySelector("pre")?.textContent).toContain("restore --from monday\nls -l home");
});

it("leads nowhere outside the window, and says where a link leads", () => {
  expect(all("article a").length).toBe(0);
  expect(document.querySelector<HTMLElement>("[data-passage='1'] .link")?.title).toBe("https://example.org/places");
});

it("says in words how often a passage is cited and that it has other words than before", () => {
  const beside = document.querySelector("[data-passage='9'] .facts")?.textContent ?? "";
  expect(beside).toContain("Reworded");
  expect(beside).toContain("cited 2 times");
  expect(document.querySelector("[data-passage='1'] .facts")?.textContent?.trim(), "it is as it was").toBe(
    "cited once",
  );
  expect(all("[data-change]").map((passage) => [passage.dataset.passage, passage.dataset.change])).toEqual([
    ["9", "reworded"],
    ["11", "new"],
  ]);
  expect(all(".facts").length, "nothing is said of the other passages").toBe(3);
});

it("tells that a passage moved or leads elsewhere, and asks for attention only where words are others", async () => {
  await unmount(page);
  const changes = { 2: "moved", 5: "relinked", 9: "reworded", 10: "split", 11: "new", 12: "joined" } as const;
  const passages = Object.entries(changes).map(([number, change]) => [number, facts({ change })]);
  view = { ...shownView, passages: Object.fromEntries(passages) as PageView["passages"] };
  page = mount(PageRead, {
    target: document.body,
    props: { provider: "north", page: "north/backup", topics: [] },
  }) as Record<string, never>;
  await until(() => expect(all("[data-change]").length).toBe(6));
  const told = all("[data-passage] .facts > span");
  expect(told.map((span) => [span.textContent, span.classList.contains("attention")])).toEqual([
    ["Moved", false],
    ["Links elsewhere", false],
    ["Reworded", true],
    ["Split", true],
    ["New", true],
    ["Joined with others", true],
  ]);
});

it("shows the words of before only when they are asked for", () => {
  expect(document.body.textContent).not.toContain("weekly");
  const button = document.querySelector<HTMLButtonElement>("[data-passage='9'] [data-testid=passage-before]");
  button?.click();
  flushSync();
  expect(document.querySelector("[data-passage='9'] .before")?.textContent).toContain("Home | weekly | 14 days");
  expect(button?.getAttribute("aria-expanded")).toBe("true");
  button?.click();
  flushSync();
  expect(document.body.textContent).not.toContain("weekly");
  expect(all("[data-testid=passage-before]").length, "a new passage had no words before").toBe(1);
});

it("goes from one change to the next, and lists what is gone at the end of the page", () => {
  const next = document.querySelector<HTMLButtonElement>("[data-testid=page-changed-next]");
  const arrived = (): string | undefined => document.querySelector<HTMLElement>(".arrived")?.dataset.passage;
  next?.click();
  flushSync();
  expect(arrived()).toBe("9");
  next?.click();
  flushSync();
  expect([arrived(), all(".arrived").length]).toEqual(["11", 1]);
  const gone = document.querySelector("[data-testid=page-gone]");
  expect(gone?.textContent).toContain("Old copies are burnt.");
  expect(document.querySelector("[data-testid=page-changed]")?.textContent).toContain("1 removed");
});

it("says once that a page is new as a whole, and not beside each passage", async () => {
  expect(document.querySelector("[data-testid=page-is-new]")).toBeNull();
  await unmount(page);
  const numbers = Array.from({ length: 18 }, (_, at) => at + 1);
  view = { ...shownView, gone: [], passages: Object.fromEntries(numbers.map((n) => [n, facts({ change: "new" })])) };
  page = mount(PageRead, {
    target: document.body,
    props: { provider: "north", page: "north/backup", topics: [] },
  }) as Record<string, never>;
  await until(() => expect(document.querySelector("[data-testid=page-is-new]")).not.toBeNull());
  expect([all("[data-change]").length, all("[data-testid=page-changed]").length]).toEqual([0, 0]);
});

it("makes a passage ready to cite, says so beside it, and leads back to the answer", async () => {
  session.subject = { at: { row: "r", field: "f" }, label: "Copies" } as never;
  session.form = { form: "edpb-dpia", cited: [] } as never;
  session.section = { id: "2" } as never;
  document.querySelector<HTMLButtonElement>("[data-passage='2'] [data-act=cite]")?.click();
  await until(() =>
    expect(document.querySelector("[data-passage='2'] .facts")?.textContent).toContain("ready to cite"),
  );
  expect(cited()).toEqual(["north/backup#2"]);
  expect(toasts.at(-1)?.text).toContain("type @");
  expect(toasts.at(-1)?.action?.label).toBe("Back to the answer");
  toasts.at(-1)?.action?.run();
  expect(location.hash).toBe("#/p/p/form/edpb-dpia/2?at=r%2Ff");
});

it("cites nothing outside a project, where statements can still be made", async () => {
  await unmount(page);
  router.route = { screen: "library" };
  page = mount(PageRead, {
    target: document.body,
    props: { provider: "north", page: "north/backup", topics: [] },
  }) as Record<string, never>;
  await until(() => expect(all("[data-act=state]").length).toBe(18));
  expect(all("[data-act=cite]")).toEqual([]);
});

it("makes a statement of a passage, with topics proposed from its words, and shows it beside the passage", async () => {
  document.querySelector<HTMLButtonElement>("[data-passage='10'] [data-act=state]")?.click();
  await until(() => expect(all("[data-testid=make-statement]").length).toBe(1));
  expect(asked.find(([name]) => name === "propose_topics")?.[1]).toEqual({ words: "Scratch | none" });
  const topics = all<HTMLInputElement>("fieldset input");
  expect(
    topics.map((input) => [input.value, input.checked]),
    "proposed, not ticked",
  ).toEqual([
    ["backup", false],
    ["access", false],
  ]);
  topics[0]?.click();
  flushSync();
  document.querySelector<HTMLButtonElement>("[data-testid=statement-make]")?.click();
  await until(() => expect(document.querySelector("[data-passage='10'] .made")).not.toBeNull());
  expect(asked.find(([name]) => name === "make_statement")?.[1]).toEqual({
    passage: "north/backup#10",
    project: "p",
    words: "Scratch | none",
    kind: "measure",
    side: "provided",
    theme: "technological",
    topics: ["backup"],
  });
  expect(counted, "the library counts it").toHaveBeenCalledOnce();
  expect(all("[data-testid=make-statement]").length, "the dialog is closed").toBe(0);
  document.querySelector<HTMLButtonElement>("[data-passage='10'] .made")?.click();
  await until(() =>
    expect(document.querySelector<HTMLElement>("[data-testid=page-made] .arrived")?.dataset.statement).toBe(
      "north/own-1",
    ),
  );
});

it("makes a statement of the passage that was asked for last, with its own words", async () => {
  slowProposals = { "Scratch | none": 60 };
  document.querySelector<HTMLButtonElement>("[data-passage='10'] [data-act=state]")?.click();
  document.querySelector<HTMLButtonElement>("[data-passage='9'] [data-act=state]")?.click();
  await until(() => expect(all("[data-testid=make-statement]").length).toBe(1));
  const words = (): string | undefined => all<HTMLTextAreaElement>("[data-testid=statement-words]")[0]?.value;
  const ownWords = words();
  expect(ownWords).toContain("Home");
  await new Promise((done) => setTimeout(done, 90));
  flushSync();
  expect([words(), document.querySelector("dialog blockquote")?.textContent]).toEqual([ownWords, ownWords]);
  slowProposals = {};
});

/** Reads the page anew, with a statement that was made from a passage. */
async function withStatement(): Promise<void> {
  await unmount(page);
  view = {
    ...view,
    statements: { [statement.statement.id]: statement },
    passages: { ...view.passages, 10: facts({ statements: [statement.statement.id] }) },
  };
  page = mount(PageRead, {
    target: document.body,
    props: { provider: "north", page: "north/backup", topics: [], onstatements: counted },
  }) as Record<string, never>;
  await until(() => expect(all("[data-testid=statement-remove]").length).toBe(1));
}

it("removes a statement made from a passage only when that is confirmed", async () => {
  await withStatement();
  all("[data-testid=statement-remove]")[0]?.click();
  flushSync();
  const dialog = document.querySelector("[data-testid=statement-remove-dialog]");
  expect(dialog?.textContent, "which one is said").toContain("Copies are kept for 30 days.");
  expect(asked.some(([name]) => name === "remove_statement")).toBe(false);
  all("[data-testid=statement-remove-do]")[0]?.click();
  await until(() => expect(document.querySelector("[data-testid=page-made]")).toBeNull());
  expect(asked.find(([name]) => name === "remove_statement")?.[1]).toEqual({ statement: "north/own-1" });
  expect(document.querySelector("[data-passage='10'] .made"), "it is gone beside the passage, too").toBeNull();
  expect(all("dialog")).toEqual([]);
  expect(counted, "the library counts anew").toHaveBeenCalledOnce();
  expect(document.activeElement?.textContent, "the focus is not lost").toBe("Copies of folders");
  expect(toasts.at(-1)?.text).toBe("The statement is removed.");
});

it("shows why a statement is not removed, and leaves it", async () => {
  refused = { code: "wrong_value", message: "“Cohort” cites it.", help: "Take the citation out first." };
  await withStatement();
  all("[data-testid=statement-remove]")[0]?.click();
  flushSync();
  all("[data-testid=statement-remove-do]")[0]?.click();
  await until(() =>
    expect(document.querySelector("[data-testid=statement-remove-refused]")?.textContent).toBe(
      "“Cohort” cites it. Take the citation out first.",
    ),
  );
  expect(all<HTMLButtonElement>("[data-testid=statement-remove-do]")[0]?.disabled).toBe(false);
  expect([all("[data-testid=page-made] [data-statement]").length, counted.mock.calls.length]).toEqual([1, 0]);
});

it("has one passage in the order of the Tab key; arrows go to others, c cites, s makes a statement", async () => {
  const tabStop = all<HTMLButtonElement>("[data-act]").filter((button) => button.tabIndex === 0);
  expect(tabStop.length).toBe(1);
  tabStop[0]?.focus();
  press("ArrowDown");
  expect(atPassage()).toBe("2");
  expect(all<HTMLButtonElement>("[data-act]").filter((b) => b.tabIndex === 0)[0]).toBe(document.activeElement);
  press("c");
  press("s");
  await until(() => expect(cited()).toEqual(["north/backup#2"]));
  await until(() => expect(all("[data-testid=make-statement] blockquote")[0]?.textContent).toBe("Home folders"));
  all("dialog").forEach((dialog) => dialog.dispatchEvent(new Event("cancel", { cancelable: true })));
  flushSync();
  document.querySelector<HTMLButtonElement>("[data-passage='2'] [data-act=cite]")?.focus();
  press("End");
  expect(atPassage()).toBe("18");
  press("ArrowDown");
  expect(atPassage(), "there is none below").toBe("18");
});

it("marks what is found as one types, counts it, and goes round with Enter and Shift+Enter", () => {
  const field = document.querySelector<HTMLInputElement>("[data-testid=page-find]");
  if (!field) throw new Error("there is no field to find words");
  const said = (): string => field.closest(".find")?.querySelector("[role=status]")?.textContent ?? "";
  const type = (text: string): void => {
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    flushSync();
  };
  field.focus();
  type("scratch");
  expect(all("mark").map((mark) => mark.textContent)).toEqual(["scratch", "Scratch", "Scratch"]);
  expect(said()).toBe("1 of 3");
  press("Enter", { shiftKey: true });
  expect(said()).toBe("3 of 3");
  expect(document.querySelector("mark.current")?.closest<HTMLElement>("[data-passage]")?.dataset.passage).toBe("15");
  press("Enter");
  expect(said()).toBe("1 of 3");
  type("scratch x");
  expect(said()).toBe("Not on this page");
  press("Escape");
  expect([field.value, said(), all("mark").length]).toEqual(["", "", 0]);
});

it("leads to the headings", () => {
  const jump = all<HTMLButtonElement>("[data-testid=page-contents] button");
  expect(jump.map((button) => button.textContent)).toEqual(["What is copied", "How long"]);
  jump[1]?.click();
  expect(document.activeElement?.textContent).toBe("How long");
});
