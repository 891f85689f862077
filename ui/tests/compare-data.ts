// Two states side by side, in words made up for the tests.
import type {
  ComparedCoverage,
  ComparedState,
  ComparedStatement,
  ComparedTopic,
  Comparison,
  RevisionView,
  Side,
  Topic,
} from "../src/bindings";

export const revision = (provider: string, name: string, more: Partial<RevisionView> = {}): RevisionView => ({
  provider,
  provider_name: provider === "north" ? "North Compute" : "South",
  revision: name,
  origin: "imported",
  captured: null,
  imported: "2026-05-06T10:00:00Z",
  follows: null,
  pages: 12,
  passages: 96,
  statements: 4,
  topics_not_stated: 1,
  ...more,
});

const state = (provider: string, name: string, more: Partial<ComparedState> = {}): ComparedState => ({
  provider,
  provider_name: provider === "north" ? "North Compute" : "South",
  revision: name,
  day: null,
  origin: "bundled",
  pages: 12,
  statements: 4,
  sums: { stated: 1, limitation: 0, controllers_duty: 0, not_stated: 1, not_looked_at: 0, left_open: 1 },
  ...more,
});

export const stated = (id: string, words: string, more: Partial<ComparedStatement> = {}): ComparedStatement => ({
  statement: id,
  words,
  side: "provided",
  kind: "measure",
  uncertain: null,
  sources: [
    {
      page: `${id.split("/")[0] ?? ""}/backup`,
      page_title: "Copies of folders",
      heading: "What is copied",
      address: "https://example.org/backup",
      revision: "r",
      captured: "2026-05-04",
    },
  ],
  judgement: null,
  became: null,
  ...more,
});

const topic = (id: string, title: string, group: string): Topic => ({
  id,
  title,
  question: `${title}?`,
  group,
  iso: ["A.8.13"],
  gdpr: ["32(1)(c)"],
});
export const silent = (missing: string[] = []): ComparedCoverage => ({
  status: "not_stated",
  statements: [],
  missing,
  open: true,
});
export const states = (...statements: ComparedStatement[]): ComparedCoverage => ({
  status: "stated",
  statements,
  missing: [],
  open: false,
});
const of = (of: Topic, left: ComparedCoverage, right: ComparedCoverage, differs: boolean): ComparedTopic => ({
  topic: of,
  left,
  right,
  differs,
});
const duty: Side = "controllers_duty";

export const backup = topic("backup", "Backup and restore", "Operation");
export const twoProviders: Comparison = {
  left: state("north", "2", { day: "2026-05-04" }),
  right: state("south", "s", { origin: "imported", pages: 3 }),
  earlier: null,
  topics: [
    of(
      backup,
      states(
        stated("north/copies", "Folders are copied every night."),
        stated("north/scratch", "Users save what lies on scratch.", {
          side: duty,
          uncertain: "Another page says else.",
        }),
      ),
      states(stated("south/copies", "Copies are made.", { judgement: "partly" })),
      true,
    ),
    of(
      topic("deletion", "Deletion of data", "Operation"),
      states(stated("north/end", "Files are overwritten.")),
      silent(["How files are deleted."]),
      true,
    ),
    of(
      topic("staff", "Staff", "People"),
      states(stated("north/staff", "Staff sign.")),
      states(stated("south/staff", "Staff are told.")),
      false,
    ),
    of(topic("audit", "Audits", "People"), silent(), silent(), false),
  ],
};

const narrowed = {
  change: "narrowed" as const,
  words: [
    { side: "both" as const, words: "Folders are copied every" },
    { side: "before" as const, words: "night." },
    { side: "after" as const, words: "week." },
  ],
};
/** The later state stands on the left. */
export const twoStates: Comparison = {
  left: state("north", "2", { day: "2026-05-04" }),
  right: state("north", "1", { day: "2025-05-01" }),
  earlier: "right",
  topics: [
    of(
      backup,
      states(
        stated("north/copies", "Folders are copied every week.", {
          became: { ...narrowed, others: ["north/copies"], note: "", since: null },
        }),
      ),
      states(
        stated("north/copies", "Folders are copied every night.", {
          became: { ...narrowed, others: ["north/copies"], note: "Less often than before.", since: "2026-02-01" },
        }),
      ),
      true,
    ),
  ],
};
