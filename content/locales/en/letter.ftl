# The letter with requests to a provider, in PDF and e-mail. It is written to people at the provider: courteous and short.

report-letter-subject = Questions for the assessment of “{ $project }”
report-letter-to = To
report-letter-from = From
report-letter-greeting = Dear colleagues at { $provider },
report-letter-intro = { $count ->
    [one] We are assessing how personal data are protected in the project “{ $project }”. We have read what you publish, and ask for your help with one point that it leaves open.
   *[other] We are assessing how personal data are protected in the project “{ $project }”. We have read what you publish, and ask for your help with { $count } points that it leaves open.
}
# To a provider of whom nobody read any page.
report-letter-intro-unread = { $count ->
    [one] We are assessing how personal data are protected in the project “{ $project }”, and ask for your help with one point.
   *[other] We are assessing how personal data are protected in the project “{ $project }”, and ask for your help with { $count } points.
}
report-letter-how = A short answer under each number is enough. Where a page of yours answers a point, its address will do; where one does not apply to you, please say so.
report-letter-due = We need your answers by { $day }.
report-letter-other = Other points
report-letter-question = What we ask
report-letter-wanted = Asked for
report-letter-by = Needed by
report-letter-asked-by = Asked by
report-letter-read = What we read on your pages
report-letter-nothing = We found nothing on this on the pages that we read.
report-letter-more = { $count ->
    [one] and one more statement
   *[other] and { $count } more statements
}
report-letter-place = { $page }, “{ $heading }”
report-letter-as-of = { $place }, as of { $day }
report-letter-thanks = Thank you for your help.
request-condition = Condition: { $condition }
request-sought = We found nothing about “{ $about }” on your pages. Please tell us what you provide, and where it is published.
request-confirm = Please confirm, or correct, how we understand your pages: { $words }
report-answer-alone = answer of { $provider }, { $day }
report-answer-alone-undated = answer of { $provider }
report-answer-of = answer of { $provider }, { $day }, to “{ $question }”
report-answer-of-undated = answer of { $provider } to “{ $question }”
