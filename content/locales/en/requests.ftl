# Requests to providers in the window: the list, the letter, and answers that are cited.

requests = Requests
requests-help = What you asked your providers, and what is still open. Choose some to write one letter with them.
requests-none = Nothing asked yet. Ask from a topic, an offer or a statement in the library, or begin with a question of your own.
requests-ask-whom = Ask { $provider } a question
requests-shown = { $count } of { $all } requests
requests-none-fit = No request fits.
requests-filter-provider = Provider
requests-filter-status = Status
requests-search = Find requests
requests-status-open = Open
requests-status-all = Any
request-status-draft = Draft
request-status-sent = Sent
request-status-answered = Answered
request-status-declined = Declined
request-col-request = Request
request-col-provider = Provider
request-col-status = Status
request-col-due = Needed by
request-col-days = Sent, answered
request-status-of = Status of { $number }
request-keys = With the status of a request in focus, S says that it is sent today, A that it is answered today, X that it is declined, D that it is a draft again.
request-overdue = overdue
request-due-of = { $number } is needed by
request-sent-on = Sent { $day }
request-answered-on = Answered { $day }
request-declined-on = Declined { $day }
request-asked-by = Asked by { $name }
request-asked-for = Asked for: { $what }
request-answer-is = Answer: { $words }
request-write-answer = Write down the answer
request-attach = Attach a file …
request-cited = { $count ->
    [one] cited once
   *[other] cited { $count } times
}
request-choose = Choose { $number }
requests-choose-all = Choose all that are shown
requests-chosen = { $count ->
    [0] None chosen
    [one] One chosen
   *[other] { $count } chosen
}
request-due-for-chosen = Needed by, for the chosen ones
request-due-set = Set day
letter = Letter to the provider
letter-help = The chosen requests in one letter, grouped by topic; the drafts where none is chosen. Copy it into an e-mail, or save it as a file.
letter-to = To
letter-text = Text of the letter
letter-none = There is no draft to { $provider }. Choose the requests that are to go.
letter-mixed = The letter takes the chosen requests to { $provider }; others are left out.
letter-count = { $count ->
    [one] One request
   *[other] { $count } requests
}
letter-copy = Copy the text
letter-copied = The text is copied. Paste it into an e-mail.
letter-copy-by-hand = The text is selected: copy it with { $keys }.
letter-save-pdf = Save as PDF
letter-save-docx = Save as Word file
letter-save-text = Save as text
letter-subject = Subject
letter-mark-sent = Mark as sent today
letter-marked = { $count ->
    [one] One request is sent.
   *[other] { $count } requests are sent.
}
letter-mark-help = Once the letter has gone out, mark its requests as sent today. It is one step, which undo takes back.
action-condition = Condition: { $condition }
citation-answer = Answer to a request
