// What changed under a project, in words made up for the tests.
import type { DriftItem, DriftPlace, ProjectDrift, ProviderDrift, RevisionSummary } from "../src/bindings";

export const earlier: RevisionSummary = {
  provider: "north",
  provider_name: "North Compute",
  revision: "1",
  day: "2025-05-01",
};
export const later: RevisionSummary = { ...earlier, revision: "2", day: "2026-05-04" };

export const place = (more: Partial<DriftPlace> = {}): DriftPlace => ({
  row: "m-copy",
  register: "measure",
  one: "measure",
  number: "M4",
  label: "Copies every night",
  field: "words",
  field_label: "Measure",
  form: "rar",
  section: "7",
  sentences: ["Files are copied every night to another building."],
  ...more,
});

export const reworded: DriftItem = {
  kind: "citation",
  open: true,
  citation: "c1",
  row: null,
  statement: "north/backup#1",
  places: [place()],
  from: earlier,
  newest: later,
  change: "reworded",
  before: "Home folders are copied every night.",
  now: [
    {
      statement: "north/backup#2",
      words: "Home folders are copied every week.",
      page: "Copies of folders",
      address: "https://example.org/backup",
    },
  ],
  words: [
    { side: "both", words: "Home folders are copied every" },
    { side: "before", words: "night." },
    { side: "after", words: "week." },
  ],
  note: "",
  since: "2026-05-04",
  since_revision: later,
  kept: null,
};

export const gone: DriftItem = {
  ...reworded,
  citation: "c2",
  statement: "north/backup#7",
  change: "removed",
  before: "Copies are kept for thirty days.",
  now: [],
  words: [],
};

export const projectDrift = (items: DriftItem[], more: Partial<ProjectDrift> = {}): ProjectDrift => ({
  project: "p",
  revision: 1,
  providers: [{ follows: earlier, newest: later }],
  items,
  open: items.filter((item) => item.open).length,
  topics: [
    {
      topic: "deletion",
      title: "Deletion of data",
      newest: later,
      statements: [
        {
          statement: "north/deletion",
          words: "Files are overwritten when a project ends.",
          page: "End of a project",
          address: "https://example.org/end",
        },
      ],
      waiting: [place({ number: "", label: "Ask how files are deleted", one: "request", form: null, section: null })],
    },
  ],
  documents: [
    {
      document: "north/audit",
      title: "Audit report",
      address: "https://example.org/audit",
      provider_name: "North Compute",
      valid_until: "2026-10-01",
      ended: true,
    },
  ],
  ...more,
});

const spot = (
  passage: string,
  words: string,
): { passage: string; page_title: string; heading: string; words: string } => ({
  passage,
  page_title: "Copies of folders",
  heading: "What is copied",
  words,
});

export const providerDrift: ProviderDrift = {
  from: earlier,
  to: later,
  drift: {
    pages: [
      { change: "new", after: { id: "north/end", title: "End of a project", address: "https://example.org/end" } },
      {
        change: "retitled",
        before: { id: "north/backup", title: "Backup", address: "https://example.org/backup" },
        after: { id: "north/backup", title: "Copies of folders", address: "https://example.org/backup" },
      },
    ],
    passages: [
      {
        change: "reworded",
        before: [spot("north/backup#1", reworded.before)],
        after: [spot("north/backup#2", "Home folders are copied every week.")],
        words: reworded.words,
      },
      { change: "gone", before: [spot("north/backup#7", gone.before)], after: [] },
      {
        change: "split",
        before: [spot("north/backup#8", "Scratch has no copy. Move results away.")],
        after: [spot("north/backup#9", "Scratch has no copy."), spot("north/backup#10", "Move results away.")],
      },
      {
        change: "moved",
        before: [{ ...spot("north/backup#11", "Write to the service desk."), heading: "Help" }],
        after: [spot("north/end#1", "Write to the service desk.")],
      },
    ],
    statements: [
      {
        statement: "north/copies",
        change: "narrowed",
        before: "Folders are copied every night.",
        now: [{ statement: "north/copies", words: "Folders are copied every week." }],
        words: [
          { side: "both", words: "Folders are copied every" },
          { side: "before", words: "night." },
          { side: "after", words: "week." },
        ],
        note: "Less often than before.",
        since: "2026-02-01",
      },
    ],
    topics: [{ topic: "deletion", stated_now: true, statements: ["north/deletion"] }],
  },
};
