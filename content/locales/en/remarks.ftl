# Remarks of reviewers: returned files, what becomes of a remark, and review rounds.

error-returned-format = { $name } is neither a PDF nor a Word document.
error-returned-format-help = Nothing was read. Ask the reviewer for the PDF or the Word document (.docx) with the remarks in it.
error-returned-again-help = Nothing was read. Perhaps the file was not copied whole: ask the reviewer to save and send it again.
error-returned-truncated = The end of { $name } is missing.
error-returned-damaged = { $name } is damaged and can't be read.
error-returned-password-needed = { $name } opens only with a password.
error-returned-password-wrong = The password does not open { $name }.
error-returned-password-help = Give the password with which the reviewer protected the file.
error-returned-encryption = { $name } is encrypted in a way that can't be read here.
error-returned-encryption-help = Nothing was read. Ask the reviewer to save the file without encryption.
error-returned-too-large = { $name } is too large: files of up to { $most } MB are read.
error-returned-too-large-help = Nothing was read. Ask the reviewer for a file without pictures that were added.
error-returned-bomb = { $name } becomes far too large when it is unpacked.
error-returned-unsafe = { $name } tries to bring in other files.
error-returned-unsafe-help = Nothing was read. The file is not what a word processor or PDF viewer writes: ask the reviewer where it comes from.
error-returned-packed = The objects of { $name } are packed in a way that is not read here.
error-returned-packed-help = Nothing was read. Ask the reviewer to open the file in another PDF program and to save it anew.
error-returned-too-many = { $name } has more than { $most } remarks.
error-returned-too-many-help = Nothing was read. Ask the reviewer to send the remarks in several files.
error-returned-other-project = { $name } is a report of another project.
error-returned-other-project-help = Nothing was read. Open that project to read it there, or say that it is to be read here all the same.
error-no-remark = There is no remark "{ $remark }" in this project.
error-no-remark-chosen = No remark is chosen.
error-no-round = There is no review round "{ $round }" in this project.
error-remark-proposes-nothing = This remark proposes no change of words.
error-remark-proposes-nothing-help = Answer it, decline it, or say that it is done.
error-remark-without-place = This remark stands at no answer.
error-remark-without-place-help = Put it at the answer that it is about, then accept it.
error-remark-words-gone = The words that this remark is about do not stand in the answer any more.
error-remark-words-twice = The words that this remark is about stand in the answer more than once.
error-remark-words-across = The words that this remark is about go over several paragraphs.
error-remark-no-text = The answer that this remark is about is chosen, not written.
error-remark-same-words = The answer reads as it stands in the file.
error-remark-same-words-help = Nothing is to be changed. Say that the remark is done.
error-remark-other-lines = In the file, paragraphs or items were added, removed or joined.
error-remark-changed-since = The answer has changed since this file was written.
error-remark-words-cut = The words in the file are too long to be taken over.
error-remark-own-words = The reviewer wrote words of their own beside this change.
error-remark-words-help = Nothing was changed. Change the answer by hand, then say that the remark is done.
error-remark-decided = This remark is not open any more.
error-remark-decided-help = Open it again first.
error-remark-without-answer = There is no answer.
error-remark-without-reason = There is no reason.
error-remark-answer-help = The reviewer reads it: write at least some words.
error-no-remarks-to-answer = No remark of a reviewer came back.
error-no-remark-shown = None of the remarks stands at a place that this report shows.
error-no-remark-shown-help = Export the report on which the remarks were written, or leave out the answers to reviewers.
error-no-remarks-to-answer-help = Read the file that a reviewer sent back, or make the report without the answers to reviewers.
error-remark-place = A place is a row, with or without its field, or a form with its section.

remarks-warning-unknown-report = The file does not say which report it is. Remarks are placed by their words alone.
remarks-warning-other-project = The file says that it is a report of another project ({ $project }). Its remarks find no place here.
remarks-warning-older-version = The file is a report of version { $version }; version { $last } was frozen since. Words may have changed.
remarks-warning-draft = The file is a report of a draft, not of a version that was sent.
remarks-warning-untracked = { $count ->
    [one] 1 answer was changed
   *[other] { $count } answers were changed
  } in Word while “Track changes” was off. The file does not keep by whom, nor which words stood there before.
remarks-warning-answers-gone = { $count ->
    [one] 1 answer that you sent is
   *[other] { $count } answers that you sent are
  } not in the file any more.
remarks-warning-answers-unmarked = The program of the reviewer did not keep where the answers stand. Changes of words that it did not track are not found: look at the file.
remarks-warning-other-text = Text outside of the answers was changed in Word while “Track changes” was off: look at the file.
remarks-warning-nothing = There are no remarks in the file.
remarks-problem-reconstructed = The file was damaged and was put together again. Remarks may be missing.
remarks-problem-page-text = The words on page { $page } can't be read. Remarks there have no quoted words.
remarks-problem-page-annotations = The remarks on page { $page } can't be read.
remarks-problem-drawing = A drawing on page { $page } was left out.
remarks-problem-sound = A sound on page { $page } was left out.
remarks-problem-file = A file that is attached to page { $page } was left out.
remarks-problem-redaction = Words that a reviewer marked to be blacked out on page { $page } were left out.
remarks-problem-stamp = A stamp on page { $page } was left out.
remarks-problem-formatting = { $count ->
    [one] A change of the look of words was left out; it stands
   *[other] { $count } changes of the look of words were left out; the first stands
  } near “{ $near }”.
remarks-problem-highlighting = { $count ->
    [one] Highlighted words were left out; they stand
   *[other] Highlighted words in { $count } paragraphs were left out; the first stand
  } near “{ $near }”.
remarks-problem-picture = { $count ->
    [one] A picture that came in or goes was left out; it stands
   *[other] { $count } pictures that came in or go were left out; the first stands
  } near “{ $near }”.
remarks-problem-equation = { $count ->
    [one] An equation was left out; it stands
   *[other] { $count } equations were left out; the first stands
  } near “{ $near }”.
remarks-problem-reply = A reply answers a remark that is not in the file.
remarks-problem-part = { $name } in the file can't be read.
remarks-problem-cut = A remark is too long; its end was left out.
remarks-marked-accepted = Marked as accepted.
remarks-marked-rejected = Marked as rejected.
remarks-marked-completed = Marked as completed.
remarks-marked-cancelled = Marked as cancelled.
remarks-marked-ticked = Ticked off.
remarks-marked-taken-back = A mark was taken back.
remarks-paragraph-split = A paragraph was divided here, or an empty one was put in.
remarks-paragraph-joined = Paragraphs were joined here.
remarks-in-note = This is a change of the words of a source, which no answer holds.
remarks-row-added = A row of a table was added here.
remarks-row-removed = A row of a table was removed here.
remarks-answer-gone = This answer was removed in the file.
remarks-place-section = { $form }, { $title }

remarks = Remarks
remarks-help = What reviewers wrote into the PDF or Word file that you sent them. Nothing of it is in the draft until you accept it.
remarks-none = No remarks yet. Send a version for review, then read the file that comes back.
remarks-none-fit = No remark fits.
remarks-choose = Read a returned file …
remarks-reading = Reading the file …
remarks-password = Password of the file
remarks-try-again = Try again
remarks-of-version = version { $version }
remarks-found = { $found ->
    [one] 1 remark in the file
   *[other] { $found } remarks in the file
  }, { $fresh } of them new.
remarks-of-new = { $proposals } propose other words; { $without } find no place.
remarks-from = Sent back by
remarks-all-the-same = Read it here although it is a report of another project
remarks-keep = { $count ->
    [one] Take up 1 remark
   *[other] Take up { $count } remarks
  }
remarks-keep-file = Keep the file
remarks-closes = { $count ->
    [one] 1 open remark is marked as done in it.
   *[other] { $count } open remarks are marked as done in it.
  }
remarks-closed = { $count ->
    [one] 1 remark was closed.
   *[other] { $count } remarks were closed.
  }
remarks-close = { $count ->
    [one] Close 1 remark
   *[other] Close { $count } remarks
  }
remarks-file-kept = The file was kept.
remarks-of-round = It belongs to
remarks-of-no-round = no review round
remarks-read = { $count ->
    [one] 1 remark was taken up.
   *[other] { $count } remarks were taken up.
  }
remarks-rounds = Review rounds
remarks-round = Round { $number }
remarks-round-counts = { $files ->
    [one] 1 file came back
   *[other] { $files } files came back
  }, { $open ->
    [one] 1 remark is open
   *[other] { $open } remarks are open
  }
remarks-answered = { $name } has answered
remarks-waiting = waiting for { $name }
remarks-end-round = End the round
remarks-ended = Ended on { $day }
remarks-filter-state = State
remarks-filter-by = Written by
remarks-filter-round = Round
remarks-filter-file = File
remarks-edited = { $count ->
    [one] 1 came back in other words.
   *[other] { $count } came back in other words.
 }
remarks-here = { $count ->
    [0] No remark is open on this section.
    [one] 1 remark is open on this section.
   *[other] { $count } remarks are open on this section.
 } { $elsewhere ->
    [0] { "" }
    [one] 1 is open elsewhere.
   *[other] { $elsewhere } are open elsewhere.
 }
remarks-all = All remarks
remarks-shown = { $count } of { $all } remarks; open: { $open }
remarks-open = { $count ->
    [one] 1 remark of reviewers is open
   *[other] { $count } remarks of reviewers are open
  }
remarks-waits-for = { $name } has sent nothing back
remarks-keys = Arrow keys move, A accepts, N answers, D declines, X says done, P gives another place, O opens again.
remark-nobody = Without a name
remark-mark = Remark of
remark-marks = { $count ->
    [one] 1 remark
   *[other] { $count } remarks
 }
remark-edited = Edited since; came back on { $day }
remark-earlier = Earlier words
remark-in-list = Show in the list
remark-put = Give it a place …
remark-other-place = Another place …
remark-place-of = Place of the remark of { $by }: { $words }
remark-place-prompt = Name of a section, a row or a question
remark-places = Places
remark-place-help = The likely places come first. Type to find others by name.
remark-place-none = Nothing has this name.
remark-place-holds-words = its words stand here
remark-without-place = Without a place
remark-page = page { $page }
remark-change = The change in the answer as it stands now: before, then after
remark-proposes = Proposed words
remark-accept = Accept
remark-answer = Answer
remark-decline = Decline
remark-done = Done
remark-reopen = Open again
remark-answer-words = Your answer to the reviewer
remark-decline-words = Why it is not followed
remark-state-open = Open
remark-state-accepted = Accepted
remark-state-answered = Answered
remark-state-declined = Declined
remark-state-done = Done
remark-kind-comment = Comment
remark-kind-highlight = Highlight
remark-kind-underline = Underline
remark-kind-strike-out = Strike-out
remark-kind-insertion = Insertion
remark-kind-deletion = Deletion
remark-kind-replacement = Replacement
remark-kind-free-text = Note on the page
remark-kind-untracked = Changed without “Track changes”: so it stands in the file
