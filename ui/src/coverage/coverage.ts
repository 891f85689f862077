// How the topics of a project are covered, and which of them are shown.
import type { AssessedProvider, AssessedTopic, CoverageStatus } from "../bindings";

/** A sign for each status, so that a reader does not need to see its colour. */
export const SIGNS: Record<CoverageStatus, string> = {
  stated: "●",
  limitation: "◐",
  controllers_duty: "→",
  not_stated: "○",
  not_looked_at: "?",
};

/** The message id of each status. */
export const WORDS = {
  stated: "coverage-stated",
  limitation: "coverage-limitation",
  controllers_duty: "coverage-duty",
  not_stated: "coverage-not-stated",
  not_looked_at: "coverage-not-looked-at",
} as const satisfies Record<CoverageStatus, string>;

/** The filters of the list. Gaps without a measure come first. */
export const SHOWN = [
  "without-measure",
  "open",
  "asked",
  "filled",
  "too-little",
  "not-judged",
  "stated",
  "limitation",
  "duty",
  "not-stated",
  "not-looked-at",
  "all",
] as const;
export type Shown = (typeof SHOWN)[number];

const STATUS: Partial<Record<Shown, CoverageStatus>> = {
  stated: "stated",
  limitation: "limitation",
  duty: "controllers_duty",
  "not-stated": "not_stated",
  "not-looked-at": "not_looked_at",
};

/** The number of a provider's statements on the topic. */
export function statements({ covered }: AssessedProvider): number {
  return new Set([...covered.provided, ...covered.limitations, ...covered.duties]).size;
}

/** Whether a provider's coverage of a topic fits a filter. */
function stands(one: AssessedProvider, shown: Shown): boolean {
  const state = one.gap?.state;
  switch (shown) {
    case "all":
      return true;
    case "without-measure":
      return !!state && state !== "filled";
    case "open":
    case "filled":
      return state === shown;
    case "asked":
      return state === "asked" || state === "answered";
    case "too-little":
      return !!one.gap && one.gap.cause !== "not_stated";
    case "not-judged":
      return statements(one) > 0 && !one.judgement;
    default:
      return one.covered.status === STATUS[shown];
  }
}

export interface Filter {
  shown: Shown;
  /** The group of topics; empty for all groups. */
  group: string;
  /** Words that the title or the question of a topic must have. */
  words: string;
}

/** Of a topic, the coverage by the given providers, in their order. */
export function sideBySide(topic: AssessedTopic, providers: readonly string[]): AssessedProvider[] {
  return providers.flatMap((id) => topic.providers.find((one) => one.covered.provider === id) ?? []);
}

/** Whether a topic is shown under the filter, with these providers side by side. */
export function fits(topic: AssessedTopic, filter: Filter, providers: readonly string[]): boolean {
  const words = filter.words.trim().toLocaleLowerCase();
  const has = (text: string): boolean => text.toLocaleLowerCase().includes(words);
  return (
    (!filter.group || topic.topic.group === filter.group) &&
    (!words || has(topic.topic.title) || has(topic.topic.question)) &&
    sideBySide(topic, providers).some((one) => stands(one, filter.shown))
  );
}

/** The topics that are shown, by group in the order of the topics. */
export function grouped(topics: readonly AssessedTopic[]): { group: string; topics: AssessedTopic[] }[] {
  const groups: { group: string; topics: AssessedTopic[] }[] = [];
  for (const topic of topics) {
    const last = groups.at(-1);
    if (last?.group === topic.topic.group) last.topics.push(topic);
    else groups.push({ group: topic.topic.group, topics: [topic] });
  }
  return groups;
}
