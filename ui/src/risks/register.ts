// The list of the register of risks: which risks, in which order, under which headings.
import type {
  Register,
  RiskFrame,
  RiskGapKind,
  RiskScore,
  RiskScores,
  RiskSide,
  RiskTime,
  RiskView,
  FieldRole,
  Field,
} from "../bindings";

/** The side whose scores are shown, or the levels of both. */
export type Shown = RiskSide | "all";

/** A cell of a matrix by which the list is filtered. */
export interface MatrixCell {
  when: RiskTime;
  likelihood: number;
  severity: number;
}

export interface RiskFilter {
  words: string;
  /** `before:3` or `after:3`: a level at a time; `before:0` for risks without a level. */
  level: string;
  owner: string;
  environment: string;
  origin: string;
  open: "" | "any" | RiskGapKind;
  cell: MatrixCell | null;
}

export const NO_FILTER: RiskFilter = {
  words: "",
  level: "",
  owner: "",
  environment: "",
  origin: "",
  open: "",
  cell: null,
};

export const SORTS = ["number", "title", "owner", "before", "after", "open"] as const;
export type Sort = (typeof SORTS)[number];
export const GROUPS = ["none", "environment", "owner", "level", "origin"] as const;
export type Grouping = (typeof GROUPS)[number];

/** A line of the list: a heading, or a risk. */
export type Line = { heading: string; count: number } | { risk: RiskView };

/** The field of a register that has the role. */
export function fieldOf(register: Register, role: FieldRole): Field | undefined {
  return register.fields.find((field) => field.role === role);
}

/** The label of an option of the field that has the role. */
export function optionLabel(register: Register, role: FieldRole, option: string | undefined): string {
  const options = fieldOf(register, role)?.options ?? [];
  return options.find((one) => one.id === option)?.label ?? option ?? "";
}

export const scoresOf = (risk: RiskView, side: RiskSide): RiskScores | undefined =>
  risk.sides.find((one) => one.side === side);

/** The score that counts at a time. */
export const inForce = (scores: RiskScores, when: RiskTime): RiskScore =>
  when === "after" ? scores.residual : scores.before;

/** The highest level of the shown sides at a time; 0 where there is none. */
export function levelAt(risk: RiskView, shown: Shown, when: RiskTime): number {
  const sides = risk.sides.filter((one) => shown === "all" || one.side === shown);
  return Math.max(0, ...sides.map((one) => inForce(one, when).level?.level ?? 0));
}

const concerns = (risk: RiskView, shown: Shown): boolean => shown === "all" || risk.concerns.includes(shown);

function fits(risk: RiskView, shown: Shown, filter: RiskFilter): boolean {
  const { words, level, owner, environment, origin, open, cell } = filter;
  const text = `${risk.risk.number} ${risk.risk.label} ${risk.owner}`.toLocaleLowerCase();
  if (
    !words
      .toLocaleLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  )
    return false;
  if (owner && risk.owner !== owner) return false;
  if (environment && risk.environment !== environment) return false;
  if (origin && risk.origin !== origin) return false;
  if (open === "any" && risk.open.length === 0) return false;
  if (open && open !== "any" && !risk.open.some((gap) => gap.what === open)) return false;
  const [when, at] = level.split(":");
  if (when && levelAt(risk, shown, when as RiskTime) !== Number(at)) return false;
  if (cell) {
    const sides = risk.sides.filter((one) => shown === "all" || one.side === shown);
    const there = sides.map((one) => inForce(one, cell.when));
    if (!there.some((s) => s.likelihood === cell.likelihood && s.severity === cell.severity)) return false;
  }
  return true;
}

/** The risks that fit the filter, in order. `descending` reverses the order. */
export function listed(
  risks: readonly RiskView[],
  shown: Shown,
  filter: RiskFilter,
  sort: Sort,
  descending: boolean,
): RiskView[] {
  const found = risks.filter((risk) => concerns(risk, shown) && fits(risk, shown, filter));
  const by: Record<Sort, (a: RiskView, b: RiskView) => number> = {
    number: () => 0,
    title: (a, b) => a.risk.label.localeCompare(b.risk.label),
    owner: (a, b) => a.owner.localeCompare(b.owner),
    before: (a, b) => levelAt(a, shown, "before") - levelAt(b, shown, "before"),
    after: (a, b) => levelAt(a, shown, "after") - levelAt(b, shown, "after"),
    open: (a, b) => a.open.length - b.open.length,
  };
  // Risks with equal values stay in the order of their numbers.
  if (sort === "number") return descending ? found.reverse() : found;
  return found.sort((a, b) => (descending ? by[sort](b, a) : by[sort](a, b)));
}

/** The lines of the list, with headings where it is grouped. `none` is the heading of the group without an answer. */
export function lines(
  risks: readonly RiskView[],
  grouping: Grouping,
  shown: Shown,
  frame: RiskFrame,
  none: string,
): Line[] {
  if (grouping === "none") return risks.map((risk) => ({ risk }));
  const key: Record<Exclude<Grouping, "none">, (risk: RiskView) => string> = {
    environment: (risk) => optionLabel(frame.risk, "risk_environment", risk.environment),
    origin: (risk) => optionLabel(frame.risk, "risk_origin", risk.origin),
    owner: (risk) => risk.owner,
    level: (risk) => frame.method.risk[levelAt(risk, shown, "before") - 1]?.label ?? "",
  };
  const groups = new Map<string, RiskView[]>();
  for (const risk of risks) {
    const name = key[grouping](risk);
    groups.set(name, [...(groups.get(name) ?? []), risk]);
  }
  const order = (name: string): number =>
    grouping === "level" ? -frame.method.risk.findIndex((level) => level.label === name) : 0;
  const names = [...groups.keys()].sort((a, b) => order(a) - order(b) || Number(!a) - Number(!b) || a.localeCompare(b));
  return names.flatMap((name) => {
    const all = groups.get(name) ?? [];
    return [{ heading: name || none, count: all.length }, ...all.map((risk) => ({ risk }))];
  });
}

/** The different answers of the risks at an owner, in order. */
export const owners = (risks: readonly RiskView[]): string[] =>
  [...new Set(risks.map((risk) => risk.owner).filter(Boolean))].sort((a, b) => a.localeCompare(b));
