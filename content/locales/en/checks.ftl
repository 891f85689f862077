# What the checks say. A message is `check-` and the id of its rule in content/checks.yaml; the rule fills $row (D4),
# $name (the row in one line), $field, $word (a word that was found) and $other (what else it is about). A rule that
# looks for words asks.

check-controller-without-dpo = { $row } seems to have no data protection officer (“{ $word }”), and a public task is a basis: which officer is designated?
check-joint-without-arrangement = The controllers name no arrangement between them: where is it written down?
check-processor-without-article-28 = The processors have no measure under Article 28
check-processor-not-in-measures = { $row } ({ $name }) has no agreement in 2.3.c: no measure under Processors names it
check-agreement-only-planned = The decision approves, and the processors have no agreement in force: every measure under Processors is planned
check-processor-not-recipient = { $row } ({ $name }) is named among the recipients of no data item: does it receive none?
check-processor-without-asset = { $row } ({ $name }) has no asset in 1.3
check-dpo-validates = The validation has no official other than the data protection officer
check-validated-before-completed = The validation has no completed assessment before it: it is dated earlier
check-launch-before-validation = The launch has no validated assessment before it
check-decision-without-official = The decision has no official who took it
check-decision-without-dpo-advice = The decision has no advice of the data protection officer before it
check-reason-35-3-b-missing = The reasons have no “special categories at large scale”, though both are there
check-reason-sensitive-missing = The reasons have no sensitive data, and data items are of a special category
check-reason-vulnerable-missing = “{ $word }” is spoken of: are data subjects vulnerable, which the reasons do not say?
check-reason-matching-missing = “{ $word }” is spoken of: are datasets matched or combined, which the reasons do not say?
check-reason-technology-missing = “{ $word }” is spoken of: is the technology new, which the reasons do not say?
check-reason-scoring-missing = “{ $word }” is spoken of: are people evaluated or scored, which the reasons do not say?
check-one-criterion-only = The assessment has no second criterion: one alone needs a reason for making it
check-profiling-against-article-22 = The reasons name decisions with legal effect, and 2.3.b seems to say that there are none: which holds?
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
check-art9-without-national-law = { $row } names no law for its ground of Article 9(2): which one is it?
check-art9-h-without-secrecy = { $row } rests on health care and names no professional secrecy: who is bound by it?
check-one-art9-for-unlike-purposes = { $row } rests on research alone, and { $other } speaks of “{ $word }”: does the ground cover that purpose?
check-purpose-words-beyond-items = { $row } speaks of “{ $word }” and uses no item of a special category: is an item missing?
check-consent-as-ground-not-basis = { $row } rests on explicit consent, and no purpose that uses it rests on consent
check-public-body-legitimate-interest = { $row } rests on legitimate interests: is it no task of a public body, which may not use them?
check-legitimate-interest-without-test = { $row } rests on legitimate interests: where is the balancing test?
check-duty-or-task-without-law = { $row } names no law that gives the duty or task: which one is it?
check-secondary-legitimate-interest-without-test = { $row } rests on legitimate interests: where is the balancing test?
check-secondary-duty-or-task-without-law = { $row } names no law that gives the duty or task: which one is it?
check-two-bases-for-one-purpose = { $row } speaks of another basis (“{ $word }”): on which one does it rest?
check-consent-without-measure = The consent has no measure for how it is asked, proven and withdrawn
check-consent-without-proof = The measures for consent name no proof of it: how can you show it?
check-consent-without-withdrawal = The measures for consent name no withdrawal: how is consent withdrawn?
check-children-without-article-8 = “{ $word }” is spoken of, and the measures for consent name no parent, guardian or age: who consents?
check-secondary-use-of-consented-data = { $row } rests on another basis than the consent under which { $other } is used
check-secondary-use-research-without-89 = { $row } is research (“{ $word }”) and names no safeguard of Article 89(1): which ones are kept?
check-vague-purpose = { $row } has no specific purpose: a few words do not tell a data subject what is done
check-same-reason-for-all = { $row } has no reason of its own: { $other } give the same
check-retention-without-end = { $row } names no day, period or sure event for the end of its retention: when does it end?
check-retention-without-aftermath = What becomes of { $row } after its retention: is it deleted, anonymised or archived?
check-consent-proof-deleted-too-soon = { $row } is kept until consent is withdrawn: how is the consent proven for the time before?
check-deletion-without-copies = The measures for deletion have no word on backups, copies or recipients: do they reach them?
check-anonymised-instead-of-erased = Genetic or health data are to be anonymised: how was it tested that nobody is recognised?
check-no-phase-of-collection = The life of the data has no collection
check-no-phase-of-use = The life of the data has no use
check-no-phase-of-storage = The life of the data has no storage
check-no-phase-of-sharing = The life of the data has no sharing
check-no-phase-of-deletion = The life of the data has no deletion
check-no-people-among-assets = The assets have no people
check-asset-without-risk = { $row } ({ $name }) has no risk, and no reason why
check-transfer-without-safeguard = The transfer has no safeguard in 2.3.c
check-transfer-without-ground = The transfer names no ground of chapter V: on which one does it rest?
check-transfer-without-assessment = The transfer rests on contract clauses: where is the assessment of the third country that is done?
check-transfer-denied-but-named = No transfer is said to happen, and “{ $word }” is named among processors, recipients or assets: how do you know?
check-lead-authority-of-public-body = The processing is cross-border and rests on duty or public task alone: does Article 55(2) leave each authority competent?
check-transfer-taken-for-cross-border = The cross-border answer names “{ $word }” and no country of the EEA: is a transfer meant?
check-quality-not-measurable = { $row } names no quality that can be measured: how would one see that it is good enough?
check-implemented-without-evidence = { $row } is implemented: what shows that it works?
check-implemented-in-the-future = { $row } is said to be implemented, and its words say “{ $word }”: does it work already?
check-claim-without-limit = { $row } says “{ $word }”: where is its limit?
check-third-party-data-without-14 = Data come from others (“{ $word }”), and the information names no Article 14: how are people told?
check-portability-where-it-applies = Data are processed by consent or contract: how are they handed over in a common format?
check-objection-where-it-does-not-apply = No basis gives a right to object, and a measure offers it: is that meant?
check-restriction-missing = The measures on objection and restriction name no restriction (Article 18): how are data set apart?
check-rectification-missing = The measures on rectification and erasure name no correction (Article 16): how are data corrected?
check-breach-without-notice = No measure speaks of a breach: who tells the authority within 72 hours?
check-encryption-without-key-holder = The measures on pseudonymisation and encryption name no key: who holds it?
check-restore-not-tried = The measures on restoring name no trial: when was it last tried?
check-no-second-factor = Data of special categories are with a processor, and no measure names a second factor: how do people sign in?
check-no-training-or-secrecy = No measure speaks of training or secrecy: how do people know what they may do?
check-log-nobody-reads = Logs are kept, and no measure says who reads them: who does?
check-measure-after-launch = { $row } has no effect at the launch: its deadline is later
check-measure-overdue = { $row } is overdue: its deadline has passed, and it is not implemented
check-no-threat-of-access = 4.1.a has no illegitimate access
check-no-threat-of-modification = 4.1.a has no undesired modification
check-no-threat-of-disappearance = 4.1.a has no disappearance
check-impact-on-the-organisation = { $row } speaks of “{ $word }” and of no person: what would people suffer?
check-verdict-against-method = { $row } has no verdict that follows from its level
check-residual-verdict-against-method = { $row } has no acceptable residual level, and is called acceptable
check-unacceptable-without-measure = { $row } ({ $name }) may not stay, and has no measure
check-treatment-missing = { $row } ({ $name }) is above the line of acceptance, and has no treatment
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
check-level-nobody-may-accept = Levels may stay, and have no role that may accept them: { $other }
check-provider-owns-risk = { $row } has no owner at the controller: { $other } is named
check-acceptor-without-authority = { $row } has no acceptor whom the method allows: “{ $word }” accepts, and the level asks for { $other }
check-residual-not-accepted = { $row } has no acceptance: it is refused
check-assessor-accepts = { $row } has no acceptor other than its assessor, { $word }
check-control-not-cited = { $row } has no cited control of { $other }
check-retain-above-the-line = { $row } retains { $other }, which the method does not let stay
check-no-risk-of-recognition = No risk speaks of a person being recognised: can that not happen?
check-no-risk-for-relatives = Data are genetic, and no risk speaks of relatives: can nothing happen to them?
check-no-risk-of-other-use = No risk speaks of use for another purpose: can that not happen?
check-no-risk-of-transfer = Data go to a third country, and no risk speaks of it: can nothing happen there?
check-no-risk-at-the-processor = No risk speaks of a processor or provider: can nothing happen there?
check-necessity-without-alternative = The necessity names no alternative: which ones were considered?
check-proportionality-without-impacts = The proportionality names no impact on people: what are the benefits weighed against?
check-high-residual-approved = The decision approves, and { $row } ({ $name }) has no acceptable residual
check-approved-on-planned-measures = The decision approves, and { $row }, which { $other } needs, is only planned
check-consultation-without-waiting = The consultation has no eight weeks before the launch
check-consultation-without-high-risk = The consultation has no residual risk that stays high
check-condition-after-launch = { $row } has no day before the launch
check-conditions-without-conditional = The conditions have no conditional decision
check-review-in-the-past = The assessment has no review in time: its day has passed
check-review-too-late = The assessment has no review within three years
check-report-expired = The report has no validity today
check-review-after-validity = The report has no review before it stops being valid
check-dpo-advice-not-answered = The advice of the data protection officer has no answer
check-dpo-advice-undated = The advice of the data protection officer has no date and no version
check-views-neither-sought-nor-excused = The assessment has no views of data subjects, and no reason why not
check-proxy-for-views = The views rest on “{ $word }”: which people were asked?
check-placeholder-left = { $row } has no final words in “{ $other }”: “{ $word }” stands there
check-same-words-twice = { $row } has the same words in { $other }
check-cited-text-changed = { $word } no longer publishes some of what is cited as it was cited: { $other } rest on it
check-assurance-expired = { $other } is no longer valid since { $word }, and answers rely on it
check-claim-as-evidence = { $row } is implemented, and has no evidence but claims of the provider
check-boundary-left-open = { $word } leaves to you what no answer takes up: { $other }
check-topic-not-stated-and-silent = { $word } states nothing on { $other }, and there is no measure and no question to it
check-request-of-unchosen-provider = { $row } goes to “{ $word }”, which is neither a chosen provider nor a processor
check-request-open-at-decision = { $row } has no answer, and the decision approves
check-request-unanswered = { $row } has no answer after two months
check-answer-before-question = { $row } has no day of sending before its answer

# Gaps: what a form asks and nobody answered.
check-gap-field = { $field } is open
check-gap-rows = { $field } has no rows yet
check-gap-cells = { $field } is open in { $missing } of { $of }
check-gap-incomplete = { $of ->
    [one] { $field } lacks { $lacks }
   *[other] { $field } lacks { $lacks } in { $missing } of { $of }
  }
check-gap-off-scale = { $field }: { $missing ->
    [one] 1 score is outside the scale
   *[other] { $missing } scores are outside the scale
  }
check-gap-subjects = { $missing } of { $of } subjects have no row: { $field }

# Several things: "R2, R4 and R7".
findings-listed = { $first } and { $last }

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
