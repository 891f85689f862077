# Versions of forms, and what stands beside the rows of their tables.

change-move-form = another version of a form
change-note-subject = note on what does not apply

error-no-version-of-form = Version "{ $version }" of the form { $form } is not here. There are: { $versions }.
error-same-version-of-form = The project follows version { $version } of the form { $form } already.
error-no-subject-of-table = No form of the project has a subject "{ $subject }" in a table "{ $table }" that takes a reason for having no rows.
error-no-consultation = No form of the project tells what an authority asks for in a prior consultation. Add the DPIA, in version 1.0.1 or later.
error-docx-for-pdf = A Word file can be neither final nor carry the project. Write a PDF for that.
error-no-options = The field "{ $field }" of the register "{ $register }" lists no options for which rows could be added.

## Moving to another version

form-newer = There is a newer version of the { $form }.
form-newer-look = See what changes
form-move-title = { $form }: from version { $from } to { $to }
form-move-about = No answer is lost. { $carried ->
    [one] One answer carries
   *[other] { $carried } answers carry
} over. Answers to questions that are gone stay in sight. The move can be undone.
form-move-open = Missing today: { $before }. Missing afterwards: { $after }.
form-move-new = New questions
form-move-gone = Questions that are removed
form-move-changed = Questions that are asked differently
form-move-none = None.
form-move-question = { $part } { $label }
form-move-question-answered = { $part } { $label } ({ $answers ->
    [one] one answer
   *[other] { $answers } answers
})
form-move = Move to version { $version }
form-moved = The { $form } is now at version { $version }.

## Not applicable, because …

not-applicable = Not applicable, because …
not-applicable-none = None, because …
not-applicable-reason = Why nothing is needed here: { $subject }
each-option-add = { $missing ->
    [one] Add the row that is missing
   *[other] Add the { $missing } rows that are missing
}

## Who accepts

## Prior consultation

report-consultation-kicker = Article 36(3) of the GDPR
report-consultation-title = Prior consultation
report-consultation-responsibilities = Responsibilities of the controllers and processors
report-consultation-purposes = Purposes and means of the processing
report-consultation-measures = Measures and safeguards
report-consultation-officer = Contact details of the data protection officer
report-consultation-assessment = The data protection impact assessment
report-consultation-other = Other information
report-consultation-asked = What remains of the risks, what the controller decided, and what the authority asked for besides.
export-consultation = Prior consultation
export-consultation-about = One file for the supervisory authority with what Article 36(3) lists: responsibilities, purposes and means, measures, the data protection officer, the assessment whole, and what else it asked for.

accept-choose-person = Choose a name
accept-choose-role = Choose a role
accept-person = { $name } ({ $role })
accept-allowed = By the method, this level may be accepted by: { $role }

report-not-applicable = Not applicable: { $reason }
report-none-because = None: { $reason }

## Find and replace
replace-title = Find and replace
replace-words = Find
replace-with = Replace with
replace-case = Match case
replace-whole = Whole words only
replace-places = Places
replace-help = Looks through all answers of this project. Words that a citation pins stay as they are.
replace-none = These words stand in no answer of this project.
replace-count = { $count ->
    [one] One place, { $chosen } chosen.
   *[other] { $count } places, { $chosen } chosen.
}
replace-more = The first { $shown } places are listed. Replace these, then the rest.
replace-all = Choose all
replace-not-one = Choose none
replace-go = Go to this place
replace-do = { $count ->
    [one] Replace at one place
   *[other] Replace at { $count } places
}
replace-delete = { $count ->
    [one] Delete at one place
   *[other] Delete at { $count } places
}
replaced = { $count ->
    [one] Replaced at one place.
   *[other] Replaced at { $count } places.
}
