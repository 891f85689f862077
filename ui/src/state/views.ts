// The views of the open project, each at a revision: its overview, citations and findings, one form, and, when their
// screen was opened, the register of risks and one risk. The rule: an older revision never replaces a newer one. A
// change is applied to the views. A view to which it does not apply is asked for again, one round of questions at a
// time.
import type { Changed, Citations, Findings, FormAnswer, ProjectOverview, RiskAnswer, RisksAnswer } from "../bindings";
import { followed } from "./findings";
import { patched } from "./patch";
import { patchedRisks } from "./patch-risks";
import { sharing } from "./share";

/** The questions to the program. */
export interface Questions {
  project: (project: string) => Promise<ProjectOverview>;
  citations: (project: string) => Promise<Citations>;
  findings: (project: string) => Promise<Findings>;
  form: (project: string, form: string) => Promise<FormAnswer>;
  risks: (project: string) => Promise<RisksAnswer>;
  risk: (project: string, row: string) => Promise<RiskAnswer>;
}

export interface ViewsOptions {
  ask: Questions;
  /** Called when other views are to be shown. */
  onShown: () => void;
  /** Whether a question was refused because a row does not exist. */
  isGone: (thrown: unknown) => boolean;
  /** Called with the reason why a question was refused. It is asked again after the next change. */
  onRefused: (thrown: unknown) => void;
}

export class Views {
  readonly project: string;
  overview: ProjectOverview | null = null;
  citations: Citations | null = null;
  findings: Findings | null = null;
  /** The shown form. It stays until the wanted form is there. */
  form: FormAnswer | null = null;
  /** The register of risks; null before it is wanted. */
  risks: RisksAnswer | null = null;
  /** The open risk. The risk before it stays until it is there. */
  risk: RiskAnswer | null = null;
  #wanted: string | null = null;
  #wantsRisks = false;
  #wantedRisk: string | null = null;
  /** What was known when the risk was refused in passing; null where it was not. */
  #riskRefusedAt: number | null = null;
  // The newest revision of a change. Nothing older than this is shown any more.
  #known = 0;
  #reading: Promise<void> | null = null;
  #closed = false;
  readonly #o: ViewsOptions;

  constructor(project: string, options: ViewsOptions) {
    this.project = project;
    this.#o = options;
  }

  /** The revision that every later answer of the program has at least. */
  get known(): number {
    return Math.max(this.#known, this.overview?.revision ?? 0);
  }

  /** Ends reading. No answer is shown any more. */
  close(): void {
    this.#closed = true;
  }

  /** Reads another form, or updates the shown one. Returns false when the program refused. */
  async showForm(form: string): Promise<boolean> {
    this.#wanted = form;
    await this.current();
    if (this.form?.form === form) return true;
    if (this.#wanted === form) this.#wanted = this.form?.form ?? null;
    return false;
  }

  /** Reads the register of risks, and keeps it up to date from then on. */
  async showRisks(): Promise<void> {
    this.#wantsRisks = true;
    await this.current();
  }

  /** Reads one risk with its answers, or none, and keeps it up to date. Where it is refused, it stays wanted. */
  async showRisk(row: string | null): Promise<void> {
    this.#wantedRisk = row;
    this.#riskRefusedAt = null;
    if (row === null) this.risk = null;
    await this.current();
  }

  /** The revision that every view with answers has at least; null where there is no such view. */
  get answersAt(): number | null {
    const revisions = [this.form, this.risk].flatMap((view) => (view ? [view.revision] : []));
    return revisions.length ? Math.min(...revisions) : null;
  }

  /** Resolves when the views show everything that was known at the call, or when the program refused. */
  current(): Promise<void> {
    if (this.#closed || !this.#lacksAny) return Promise.resolve();
    this.#reading ??= this.#read();
    return this.#reading;
  }

  /** Applies a change to the views. */
  take(changed: Changed): void {
    const { derived, revision } = changed;
    this.#known = Math.max(this.#known, revision);
    const { overview, citations, findings, form } = this;
    if (derived) {
      if (findings) this.findings = followed(findings, derived, revision);
      if (!overview || overview.revision < revision) this.overview = sharing(overview, derived.overview);
      if (citations && citations.revision >= derived.since && citations.revision < revision) {
        const now = { ...citations.citations, ...derived.citations };
        for (const id of derived.gone) delete now[id];
        this.citations = { revision, citations: sharing(citations.citations, now) };
      }
      if (form && derived.form) this.form = patched(form, derived.form, revision) ?? form;
      const { risks } = this;
      if (risks && derived.risks) this.risks = patchedRisks(risks, derived.risks, derived.since, revision) ?? risks;
    } else if (overview && overview.revision < revision) {
      this.overview = { ...overview, undo: changed.undo };
    }
    this.#o.onShown();
    void this.current();
  }

  /** Which of the wanted views are missing, or older than the newest known revision. */
  get #lacks(): Record<"overview" | "citations" | "findings" | "form" | "risks" | "risk", boolean> {
    const old = (view: { revision: number } | null): boolean => !view || view.revision < this.#known;
    const otherForm = this.#wanted !== null && this.form?.form !== this.#wanted;
    const otherRisk = this.#wantedRisk !== null && this.risk?.detail.risk.row !== this.#wantedRisk;
    return {
      overview: old(this.overview),
      citations: old(this.citations),
      findings: old(this.findings),
      form: otherForm || (this.#wanted !== null && old(this.form)),
      risks: this.#wantsRisks && old(this.risks),
      risk: this.#riskRefusedAt !== this.#known && (otherRisk || (this.#wantedRisk !== null && old(this.risk))),
    };
  }

  get #lacksAny(): boolean {
    return Object.values(this.#lacks).some(Boolean);
  }

  async #read(): Promise<void> {
    try {
      while (!this.#closed && this.#lacksAny) if (!(await this.#askOnce())) break;
    } catch (thrown) {
      if (!this.#closed) this.#o.onRefused(thrown);
    }
    this.#reading = null;
  }

  /**
   * Asks for the missing views. Returns false when an answer is older than the revision that the program reported
   * before.
   */
  async #askOnce(): Promise<boolean> {
    const lacks = this.#lacks;
    const asked = this.#known;
    const { ask } = this.#o;
    const row = this.#wantedRisk;
    const [overview, citations, findings, form, risks, risk] = await Promise.all([
      lacks.overview ? ask.project(this.project) : null,
      lacks.citations ? ask.citations(this.project) : null,
      lacks.findings ? ask.findings(this.project) : null,
      lacks.form && this.#wanted !== null ? ask.form(this.project, this.#wanted) : null,
      lacks.risks ? ask.risks(this.project) : null,
      lacks.risk && row !== null ? this.#askRisk(row) : null,
    ]);
    if (this.#closed) return false;
    // A change that came meanwhile may be newer than an answer: then the view is asked for again.
    const fits = (view: { revision: number } | null, shown: { revision: number } | null): boolean =>
      !!view && view.revision >= this.#known && view.revision >= (shown?.revision ?? 0);
    if (fits(overview, this.overview)) this.overview = sharing(this.overview, overview);
    if (fits(citations, this.citations)) this.citations = sharing(this.citations, citations);
    if (fits(findings, this.findings)) this.findings = sharing(this.findings, findings);
    const same = form?.form === this.form?.form;
    if (form?.form === this.#wanted && fits(form, same ? this.form : null)) {
      this.form = same ? sharing(this.form, form) : form;
    }
    if (fits(risks, this.risks)) this.risks = sharing(this.risks, risks);
    const sameRisk = risk?.detail.risk.row === this.risk?.detail.risk.row;
    if (risk && risk.detail.risk.row === this.#wantedRisk && fits(risk, sameRisk ? this.risk : null)) {
      this.risk = sameRisk ? sharing(this.risk, risk) : risk;
    }
    this.#o.onShown();
    return [overview, citations, findings, form, risks, risk].every((view) => !view || view.revision >= asked);
  }

  /**
   * Asks for one risk. A risk that no longer exists is no longer wanted, and the person is not told. After any other
   * refusal it stays as it is, and is asked for again after the next change. The other views do not wait for it.
   */
  async #askRisk(row: string): Promise<RiskAnswer | null> {
    const asked = this.#known;
    try {
      return await this.#o.ask.risk(this.project, row);
    } catch (thrown) {
      const gone = this.#o.isGone(thrown);
      if (this.#wantedRisk === row) {
        if (gone) [this.#wantedRisk, this.risk] = [null, null];
        else this.#riskRefusedAt = asked;
      }
      if (!gone && !this.#closed) this.#o.onRefused(thrown);
      return null;
    }
  }
}
