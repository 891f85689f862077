# What the checks say. A message is `check-` and the id of its rule in content/checks.yaml; the rule fills $row (D4),
# $name (the row in one line), $field, $word (a word that was found) and $other (what else it is about). A rule that
# looks for words asks.

check-controller-without-dpo = { $row } seems to have no data protection officer (“{ $word }”). Article 37(1) asks for one where a public body decides, and where special categories or monitoring are on a large scale: why is none needed?
check-joint-without-arrangement = The controllers name no arrangement between them: where is it written down?
check-processor-without-article-28 = The processors have no measure under Article 28
check-processor-not-in-measures = No measure in 2.3.c names { $row } ({ $name }): say what the agreement with it gives
check-agreement-only-planned = The decision approves, and the processors have no agreement in force: every measure under Processors is planned
check-agreement-signed-and-planned = Every measure under Processors is planned, and an agreement is signed: see whether the status is right
check-agreement-not-signed = { $row } ({ $name }) has no signed agreement, although the processing is approved or its launch day has passed
check-agreement-said-not-needed = { $row } ({ $name }) is a processor, and no agreement is said to be needed. Article 28(3) asks for a contract or another binding legal act: name the one that binds it
check-agreement-after-launch = { $row } ({ $name }) has no agreement at the launch: it was signed, or renewed, later
check-processor-not-checked-lately = { $row } ({ $name }) has not been checked for a year
check-processor-not-recipient = { $row } ({ $name }) is named among the recipients of no data item: does it receive none?
check-processor-without-asset = { $row } ({ $name }) has no asset in 1.3
check-dpo-validates = The data protection officer validates the assessment or takes the decision: another person of the controller has to
check-validated-before-completed = The validation has no completed assessment before it: it is dated earlier
check-launch-before-validation = The launch comes before the assessment is validated
check-launch-before-this-assessment = The launch lies before this assessment: name the earlier assessment in the log, or enter the day on which the change begins
check-no-dpia-though-required = No DPIA is to be made, and the screening says that one is required ({ $other }): the law leaves no room for this decision
check-no-dpia-and-list-unread = No DPIA is to be made, and after a summary of the authority's list one is required ({ $other }): read the list itself, then decide
check-decision-without-official = Nobody is named who validated the decision
check-decision-without-dpo-advice = The decision has no advice of the data protection officer before it
check-reason-35-3-b-missing = The reasons have no “special categories or criminal data at large scale”, though both are there
check-reason-sensitive-missing = The reasons have no sensitive data, and data items are of a special category or of offences
check-reason-vulnerable-missing = “{ $word }” is spoken of: are data subjects vulnerable, which the reasons do not say?
check-reason-children-missing = The reasons have no vulnerable data subjects, and children take part
check-reason-matching-missing = “{ $word }” is spoken of: are datasets matched or combined, which the reasons do not say?
check-reason-technology-missing = “{ $word }” is spoken of: is the technology new, which the reasons do not say?
check-reason-scoring-missing = “{ $word }” is spoken of: are people evaluated or scored, which the reasons do not say?
check-one-criterion-only = Only one criterion is ticked. A DPIA may always be made; say what calls for this one.
check-profiling-against-article-22 = The reasons name decisions with legal effect, and 2.3.b says that there are none: does a person decide each time, with power to decide otherwise?
check-version-not-in-log = The version “{ $word }” has no entry in the log of versions
check-scope-without-number = The scope has no number: neither of people nor of data
check-no-data-flow = The functional description has no data flow
check-item-without-purpose = { $row } ({ $name }) has no purpose
check-purpose-without-item = { $row } has no data item
check-purpose-without-basis = { $row } has no legal basis
check-secondary-use-without-basis = { $row } has no legal basis
check-special-not-answered = { $row } has no answer on special categories
check-special-in-words-only = { $row } is said to be of no special category, and its words say “{ $word }”: is that so?
check-special-without-9-2 = { $row } has no ground of Article 9(2)
check-same-ground-without-ground = { $row } rests on the exception of another item, which gives none: name the exception under Article 9(2).
check-criminal-without-article-10 = { $row } is of criminal convictions or offences and names no law that allows it: which one is it?
check-art9-without-national-law = { $row } names no law for its ground of Article 9(2): which one is it?
check-art9-h-without-secrecy = { $row } rests on health care and names no professional secrecy: who is bound by it?
check-one-art9-for-unlike-purposes = { $row } rests on research alone, and { $other } speaks of “{ $word }”: does the ground cover that purpose?
check-purpose-words-beyond-items = { $row } speaks of “{ $word }” and uses no item of a special category: is an item missing?
check-consent-as-ground-not-basis = { $row } rests on explicit consent, and no purpose that uses it rests on consent
check-public-body-legitimate-interest = { $row } rests on legitimate interests. A public authority may not rely on them for its tasks: is this outside them?
check-secondary-public-body-legitimate-interest = { $row } rests on legitimate interests. A public authority may not rely on them for its tasks: is this outside them?
check-legitimate-interest-without-test = { $row } rests on legitimate interests: where is the balancing test?
check-duty-or-task-without-law = { $row } names no law that gives the duty or task: which one is it?
check-secondary-legitimate-interest-without-test = { $row } rests on legitimate interests: where is the balancing test?
check-secondary-duty-or-task-without-law = { $row } names no law that gives the duty or task: which one is it?
check-two-bases-for-one-purpose = { $row } speaks of another basis (“{ $word }”): on which one does it rest?
check-consent-without-measure = The consent has no measure for how it is asked, proven and withdrawn
check-consent-without-proof = The measures for consent name no proof of it: how can you show it?
check-consent-without-withdrawal = The measures for consent name no withdrawal: how is consent withdrawn?
check-children-without-article-8 = “{ $word }” is spoken of, and the measures for consent name no parent, guardian or age: who decides for children under national law, and from which age do they decide themselves?
check-children-without-guardian = Children take part, and the measures for consent name no parent, guardian or age: who decides for them under national law, and from which age do they decide themselves?
check-secondary-use-of-consented-data = People gave these data by consent ({ $other }), and { $row } rests on another basis: name the law that allows it, or ask them again
check-secondary-use-research-without-89 = { $row } is research (“{ $word }”) and names no safeguard of Article 89(1): which ones are kept?
check-vague-purpose = { $row } has no specific purpose: a few words do not tell a data subject what is done
check-same-reason-for-all = { $row } has no reason of its own: { $other } give the same
check-retention-without-end = { $row } names no day, period or sure event for the end of its retention: when does it end?
check-retention-without-aftermath = What becomes of { $row } after its retention: is it deleted, anonymised or archived?
check-consent-proof-deleted-too-soon = { $row } is kept until consent is withdrawn: how is the consent proven for the time before?
check-deletion-without-copies = The measures for deletion have no word on backups, copies or recipients: do they reach them?
check-anonymised-instead-of-erased = Genetic or health data are to be anonymised: how was it tested that nobody is recognised?
check-no-phase-of-collection = No phase of 1.2 is marked as collection: say where the data come from
check-no-phase-of-use = No phase of 1.2 is marked as use: say what the data are used for
check-no-phase-of-storage = No phase of 1.2 is marked as storage: say where the data lie
check-no-phase-of-sharing = No phase of 1.2 is marked as sharing. If data are passed to nobody, not even to a processor, say so
check-no-phase-of-deletion = No phase of 1.2 is marked as deletion: say how the data end
check-no-people-among-assets = No asset is of the type Personnel
check-asset-without-risk = { $row } ({ $name }) has no risk, and no reason why
check-transfer-without-safeguard = The transfer has no measure in 2.3.c: write its ground there, and what makes it hold
check-transfer-without-ground = The transfer names no ground of chapter V: on which one does it rest?
check-transfer-without-assessment = The transfer rests on contract clauses: where is the assessment of the third country that is done?
check-transfer-denied-but-named = No transfer is said to happen, and “{ $word }” is named among processors, recipients or assets: how do you know?
check-transfer-denied-and-vendor-named = No transfer is said to happen, and “{ $word }” is named among processors or recipients: can its staff reach the data from outside the EEA?
check-transfer-denied-with-ground = { $row } ({ $name }) has a ground of transfer, and no transfer is said to happen
check-abroad-without-ground = { $row } ({ $name }): “{ $word }” stands under its countries or sub-processors, and no ground of transfer is said to be needed: why not?
check-transfer-without-ground-of-processor = The transfer has no processor with a ground for it: each is said to need none
check-lead-authority-of-public-body = The processing is cross-border and rests on duty or public task alone: does Article 55(2) leave each authority competent?
check-transfer-taken-for-cross-border = The cross-border answer names “{ $word }” and no country of the EEA: is a transfer meant?
check-quality-not-measurable = { $row } names no quality that can be measured: how would one see that it is good enough?
check-implemented-without-evidence = { $row } is implemented: what shows that it works?
check-annex-implemented-without-evidence = { $name } is implemented, and has neither evidence nor a remark on what shows it
check-implemented-in-the-future = { $row } is said to be implemented, and its words say “{ $word }”: does it work already?
check-claim-without-limit = { $row } says “{ $word }”: where is its limit?
check-third-party-data-without-14 = “{ $word }” is named, and the information names no Article 14: do data come from others than the people themselves, and how are these told?
check-portability-where-it-applies = Data are processed by consent or contract: how are they handed over in a common format?
check-objection-where-it-does-not-apply = No purpose rests on a public task or on legitimate interests, and a measure offers objection: does Article 21 give it here, or is it offered beyond the law?
check-restriction-missing = The measures on objection and restriction name no restriction (Article 18): how are data set apart?
check-rectification-missing = The measures on rectification and erasure name no correction (Article 16): how are data corrected?
check-breach-without-notice = No measure speaks of a breach: who tells the authority within 72 hours?
check-breach-with-threshold = { $row } speaks of a breach and of “{ $word }”. Article 33(1) knows no least number of people: does notice depend on one?
check-encryption-without-key-holder = The measures on pseudonymisation and encryption name no key: who holds it?
check-restore-not-tried = The measures on restoring name no trial: when was it last tried?
check-no-second-factor = Data of special categories are with a processor, and no measure names a second factor: how do people sign in?
check-no-training-or-secrecy = No measure speaks of training or secrecy: how do people know what they may do?
check-log-nobody-reads = Logs are kept, and no measure says who reads them: who does?
check-measure-after-launch = The deadline of { $row } lies after the launch
check-measure-overdue = { $row } is overdue: its deadline has passed, and it is not implemented
check-activity-overdue = { $row } is overdue: its deadline has passed, and it is not done
check-no-threat-of-access = No risk of illegitimate access is described in 4.1.a: add at least one
check-no-threat-of-modification = No risk of undesired modification is described in 4.1.a: add at least one
check-no-threat-of-disappearance = No risk of disappearance of data is described in 4.1.a: add at least one
check-impact-on-the-organisation = { $row } speaks of “{ $word }” and of no person: what would people suffer?
check-verdict-against-method = { $row } is called acceptable, and the method of 4.1.b calls its level not acceptable
check-residual-verdict-against-method = { $row }: what remains is called acceptable, and the method of 4.1.b calls its level not acceptable
check-high-residual-accepted = { $row } is accepted although what remains is not acceptable for people: Article 36(1) lets you lower it, give the processing up, or consult the authority
check-unacceptable-without-measure = { $row } ({ $name }) is not acceptable, and has no measure
check-treatment-missing = { $row } ({ $name }) is not acceptable, and has no treatment
check-lower-without-measure = { $row } is scored lower after treatment, and has no measure that lowers it
check-residual-likelihood-above = { $row } is likelier after treatment than before
check-residual-severity-above = { $row } is more severe after treatment than before
check-organisation-lower-without-measure = { $row } is scored lower after treatment, and has no measure that lowers it
check-organisation-residual-likelihood-above = { $row } is likelier after treatment than before
check-organisation-residual-severity-above = { $row } is more severe after treatment than before
check-severity-lowered-unexplained = { $row } is less severe after treatment: which of { $other } makes the harm itself smaller?
check-residual-counts-late-measure = { $row } has no measure that works at the launch ({ $other } later)
check-two-likelihoods-of-one-event = { $row } has no single likelihood: the two sides of one event differ by two levels or more
check-matrix-not-monotone = The matrix has no steady order: a level falls where a score rises
check-gravest-harm-tolerated = The method lets the gravest harm stay when it is { $other }
check-level-without-meaning = Levels have no meaning: { $other }
check-level-never-reached = Levels have no cell in the matrix: { $other }
check-level-nobody-may-accept = Levels that are acceptable, but that no role may accept: { $other }
check-provider-owns-risk = { $row } has no owner at the controller: { $other } is named
check-acceptor-without-authority = { $row } has no acceptor whom the method allows: “{ $word }” accepts, and the level asks for { $other }
check-accepted-though-nobody-may = { $row } is accepted by “{ $word }”, and at the level “{ $other }” the method lets nobody accept a risk
check-residual-not-accepted = { $row } has no acceptance: it is refused
check-plan-not-approved = The treatment plan has no approval: it is refused
check-plan-approved-before-assessment = The treatment plan has no approval since the assessment: it was approved earlier
check-assessor-accepts = { $row } has no acceptor other than its assessor, { $word }
check-control-not-cited = { $row } has no cited control of { $other }
check-retain-above-the-line = { $row } retains { $other }, which is not acceptable by the method
check-no-risk-of-recognition = No risk speaks of a person being recognised: can that not happen?
check-no-risk-for-relatives = Data are genetic, and no risk speaks of relatives: can nothing happen to them?
check-no-risk-of-other-use = No risk speaks of use for another purpose: can that not happen?
check-no-risk-of-transfer = Data go to a third country, and no risk speaks of it: can nothing happen there?
check-no-risk-at-the-processor = No risk speaks of a processor or provider: can nothing happen there?
check-necessity-without-alternative = The necessity names no alternative: which ones were considered?
check-proportionality-without-impacts = The proportionality names no impact on people: what are the benefits weighed against?
check-high-residual-approved = The decision approves, and what remains of { $row } ({ $name }) is not acceptable
check-approved-on-planned-measures = The decision approves, and { $row }, which { $other } needs, is only planned
check-consultation-without-waiting = The launch is planned less than eight weeks after the validation. The authority may take that long to answer, and six weeks more (Article 36(2))
check-consultation-without-high-risk = The decision is to consult the authority because a risk stays high, and no residual risk is high
check-condition-after-launch = The deadline of { $row } lies after the launch
check-condition-open-at-launch = { $row } is open, and the processing has begun
check-launch-before-decision = The launch has no decision before it: the decision is only proposed, and the processing has begun
check-conditions-without-conditional = The conditions have no conditional decision
check-review-in-the-past = The review planned for this assessment is overdue
check-review-too-late = No review is planned within three years of the validation
check-report-expired = The day until which this report is valid has passed
check-review-after-validity = The report has no review before it stops being valid
check-dpo-advice-not-answered = Nothing says how the advice of the data protection officer was followed
check-dpo-advice-undated = The advice of the data protection officer has no date and no version
check-views-neither-sought-nor-excused = The assessment has no views of data subjects, and no reason why not
check-proxy-for-views = The views rest on “{ $word }”: which people were asked?
check-placeholder-left = { $row } has no final words in “{ $other }”: “{ $word }” stands there
check-same-words-twice = { $row } has the same words in { $other }
check-cited-text-changed = { $word } no longer publishes some of what is cited as it was cited: { $other } rest on it
check-assurance-expired = { $other } is no longer valid since { $word }, and answers rely on it
check-claim-as-evidence = { $row } is implemented, and has no evidence but claims of the provider
check-boundary-left-open = { $word } leaves things to you that no answer cites and nobody judged, such as { $other }. The library lists them under “Left to you”.
check-topic-not-stated-and-silent = { $word } states nothing on { $other }: no measure fills the gap, and no question is asked
check-topic-judged-insufficient = What { $word } states on { $other } is judged insufficient: no measure fills the gap, and no question is asked
check-topic-judged-partly = Some of what { $word } states on { $other } is judged sufficient only in part: no measure makes up for the rest, and no question is asked
check-request-of-unchosen-provider = { $row } goes to “{ $word }”, which is neither a chosen provider nor a processor
check-request-open-at-decision = { $row } has no answer, and the decision approves
check-open-request-no-condition = { $row } has no answer, and no condition of the decision names the provider
check-answer-not-used = { $row } has an answer that nothing in the draft cites
check-request-unanswered = { $row } has no answer after two months
check-request-past-due = { $row } has no answer, and the day by which it was needed has passed
check-request-due-before-sent = { $row } is due before the day on which it was sent
check-cited-answer-changed = { $other } rest on the answer to { $row } in other words than it has now
check-answer-before-question = { $row } has an answer that is dated before the day of sending

# Gaps: what a form asks and nobody answered.
check-gap-field = { $field }: no answer yet
check-gap-rows = { $field }: nothing entered yet
check-gap-cells = { $of ->
    [one] { $field }: no answer yet
   *[other] { $field }: missing in { $missing } of { $of } rows
  }
check-gap-incomplete = { $of ->
    [one] { $field } lacks { $lacks }
   *[other] { $field } lacks { $lacks } in { $missing } of { $of }
  }
check-gap-off-scale = { $field }: { $missing ->
    [one] 1 score is outside the scale
   *[other] { $missing } scores are outside the scale
  }
check-gap-subjects = Nothing is entered under { $field }

# Several things: "R2, R4 and R7".
findings-listed = { $first } and { $last }
findings-more = { $count } more

# What one key does to mend a finding.
mend-add = Add a { $one }
mend-choose = Choose “{ $option }” under { $field }
mend-copy = Set { $field } to the score before

# Refusals.
error-no-finding = There is no finding “{ $key }” in this project.
error-no-finding-help = The list of findings names each one as it is now.
error-not-waived = The finding “{ $key }” is not waived.
error-waiver-without-reason = A finding may stand only with a reason.
error-waiver-reason-too-long = The reason is longer than { $most } characters.
