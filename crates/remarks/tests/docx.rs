//! Remarks of a Word document: comments, changes, and the present answers.
#![allow(clippy::unwrap_used)]

mod files;

use files::{docx, part, read};
use vurder_model::report_address::with_hash;
use vurder_remarks::{ParagraphChange, Problem, RemarkKind, RemarkState};

fn control(tag: &str, content: &str) -> String {
    format!(
        "<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/><w:id w:val=\"7\"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )
}

fn run(words: &str) -> String {
    format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
}

fn change(kind: &str, author: &str, words: &str) -> String {
    let text = if kind == "del" { "delText" } else { "t" };
    format!(
        "<w:{kind} w:id=\"3\" w:author=\"{author}\" w:date=\"2026-03-01T10:15:00Z\"><w:r><w:{text}>{words}</w:{text}></w:r></w:{kind}>"
    )
}

/// A control whose tag has the hash of the words that the export wrote.
fn hashed(tag: &str, wrote: &str, content: &str) -> String {
    let tag = with_hash(tag, wrote);
    format!(
        "<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )
}

#[test]
fn words_that_changed_without_tracking_are_a_remark_at_their_answer() {
    let same = hashed("m-1/why", "By  law.", &format!("<w:p>{}</w:p>", run("By law.")));
    let other = hashed("m-1/how", "In a lab.", &format!("<w:p>{}</w:p>", run("In a box.")));
    let file = read(&docx(&format!("{same}{other}"), &[]));
    let [remark] = &file.remarks[..] else { panic!("{:?}", file.remarks) };
    assert_eq!((remark.kind, remark.words.as_str()), (RemarkKind::Untracked, "In a box."));
    assert_eq!((remark.place.as_deref(), &remark.author), (Some("m-1/how"), &None));
    assert_eq!(file.answers[1], "m-1/how", "the hash is no name");

    let by = "w:author=\"Anna\" w:date=\"2026-03-01T10:15:00Z\"";
    let tracked = format!(
        "<w:p>{}<w:del w:id=\"1\" {by}><w:r><w:delText>lab</w:delText></w:r></w:del><w:ins w:id=\"2\" {by}>{}</w:ins></w:p>",
        run("In a "),
        run("box")
    );
    let file = read(&docx(&hashed("m-1/how", "In a lab", &tracked), &[]));
    let kinds: Vec<RemarkKind> = file.remarks.iter().map(|remark| remark.kind).collect();
    assert_eq!(kinds, [RemarkKind::Replacement], "what is tracked is told once");
}

#[test]
fn comments_stand_at_their_answers_with_replies_and_what_is_done() {
    let body = control(
        "m-1/why",
        &format!(
            "<w:p>{}<w:commentRangeStart w:id=\"0\"/><w:commentRangeStart w:id=\"1\"/>{}<w:commentRangeEnd w:id=\"0\"/>\
             <w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"0\"/></w:r>{}</w:p>",
            run("We keep data "),
            run("for ten years"),
            run(" &amp; more.")
        ),
    );
    let comment = |id: u32, author: &str, paragraph: &str, words: &str| {
        format!(
            "<w:comment w:id=\"{id}\" w:author=\"{author}\" w:date=\"2026-03-01T10:15:00Z\"><w:p w14:paraId=\"{paragraph}\">{}</w:p></w:comment>",
            run(words)
        )
    };
    let comments = part(
        "comments",
        &(comment(0, "Anna", "A1", "Why so long?") + &comment(1, "Bo", "B2", "By law.")),
    );
    let extended = part("x", "").replace(
        "</w:x>",
        "<w15:commentEx w15:paraId=\"A1\" w15:done=\"1\"/><w15:commentEx w15:paraId=\"B2\" w15:paraIdParent=\"A1\" w15:done=\"0\"/></w:x>",
    );
    let file = read(&docx(
        &body,
        &[("word/comments.xml", &comments), ("word/commentsExtended.xml", &extended)],
    ));
    assert_eq!(file.problems, []);
    let [first, reply] = &file.remarks[..] else { panic!("{:?}", file.remarks) };
    assert_eq!(
        (first.quoted.as_str(), first.before.as_str(), first.after.as_str()),
        ("for ten years", "We keep data", "& more.")
    );
    assert_eq!(
        (first.words.as_str(), first.author.as_deref(), first.state),
        ("Why so long?", Some("Anna"), Some(RemarkState::Completed))
    );
    assert_eq!(first.place.as_deref(), Some("m-1/why"));
    assert_eq!(reply.reply_to.as_ref(), Some(&first.key));
    assert_eq!((reply.words.as_str(), reply.place.as_deref()), ("By law.", Some("m-1/why")));
    assert_eq!(file.answers, ["m-1/why"]);
}

#[test]
fn words_that_go_and_words_that_come_are_one_replacement_of_one_author() {
    let body = control(
        "m-1/why",
        &format!(
            "<w:p>{}{}{}{}{}{}{}</w:p>",
            run("Kept for "),
            change("del", "Anna", "ten"),
            change("ins", "Anna", "fi"),
            change("ins", "Anna", "ve"),
            run(" years"),
            change("del", "Anna", " or"),
            change("ins", "Bo", " and")
        ),
    );
    let file = read(&docx(&body, &[]));
    let told: Vec<_> = file
        .remarks
        .iter()
        .map(|r| (r.kind, r.quoted.as_str(), r.new_words.as_deref(), r.author.as_deref().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            (RemarkKind::Replacement, "ten", Some("five"), "Anna"),
            (RemarkKind::Deletion, "or", None, "Anna"),
            (RemarkKind::Insertion, "", Some(" and"), "Bo"),
        ]
    );
    assert_eq!(
        (file.remarks[0].before.as_str(), file.remarks[0].after.as_str()),
        ("Kept for ", " years or")
    );
}

#[test]
fn paragraphs_that_come_and_go_divide_what_they_divide() {
    let mark =
        |kind: &str| format!("<w:pPr><w:rPr><w:{kind} w:id=\"1\" w:author=\"A\"/></w:rPr></w:pPr>");
    let body = control(
        "m-1/why",
        &format!(
            "<w:p>{}{}</w:p><w:p>{}</w:p><w:p>{}{}</w:p><w:p>{}</w:p>",
            mark("del"),
            run("One, "),
            run("two."),
            mark("ins"),
            run("Three, "),
            run("four.")
        ),
    );
    let file = read(&docx(&body, &[]));
    let told: Vec<_> = file
        .remarks
        .iter()
        .map(|one| (one.kind, one.paragraphs, one.before.trim(), one.after.trim()))
        .collect();
    assert_eq!(
        told,
        [
            (RemarkKind::Deletion, Some(ParagraphChange::Joined), "One,", "two. Three, four."),
            (RemarkKind::Insertion, Some(ParagraphChange::Split), "One, two. Three,", "four."),
        ]
    );
    assert!(file.remarks.iter().all(|one| one.place.as_deref() == Some("m-1/why")));
}

#[test]
fn whole_paragraphs_that_come_and_go_keep_their_lines_and_join_nothing() {
    let mark = |kind: &str| {
        format!(
            "<w:pPr><w:rPr><w:{kind} w:id=\"1\" w:author=\"Anna\" w:date=\"2026-03-01T10:15:00Z\"/></w:rPr></w:pPr>"
        )
    };
    let body = format!(
        "<w:p>{}{}</w:p><w:p>{}{}</w:p><w:p>{}</w:p><w:p>{}{}</w:p><w:p>{}</w:p>",
        mark("ins"),
        change("ins", "Anna", "New one."),
        mark("ins"),
        change("ins", "Anna", "New two."),
        run("Kept."),
        mark("del"),
        change("del", "Anna", "Gone."),
        run("Also kept.")
    );
    let file = read(&docx(&body, &[]));
    let told: Vec<_> = file
        .remarks
        .iter()
        .map(|one| (one.kind, one.quoted.as_str(), one.new_words.as_deref(), one.paragraphs))
        .collect();
    assert_eq!(
        told,
        [
            (RemarkKind::Insertion, "", Some("New one.\nNew two.\n"), None),
            (RemarkKind::Deletion, "Gone.", None, None),
        ]
    );
}

#[test]
fn changes_in_headers_and_footers_are_read() {
    let header = part("hdr", &format!("<w:p>{}</w:p>", change("ins", "Anna", "Draft")));
    let footer = part("ftr", &format!("<w:p>{}</w:p>", change("del", "Bo", "Page")));
    let file =
        read(&docx("<w:p/>", &[("word/header1.xml", &header), ("word/footer3.xml", &footer)]));
    let told: Vec<_> = file.remarks.iter().map(|one| (one.kind, one.author.as_deref())).collect();
    assert_eq!(told, [(RemarkKind::Insertion, Some("Anna")), (RemarkKind::Deletion, Some("Bo"))]);
}

/// Some services call the main part `document2.xml`; the relationships say where the parts are.
#[test]
fn parts_are_found_where_the_relationships_say() {
    let relationships = |of: &[(&str, &str)]| {
        let one = |(kind, target): &(&str, &str)| {
            format!(
                "<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
            )
        };
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>",
            of.iter().map(one).collect::<String>()
        )
    };
    let body = "<w:p><w:commentRangeStart w:id=\"0\"/><w:r><w:t>Words</w:t></w:r><w:commentRangeEnd w:id=\"0\"/></w:p>";
    let document = part("document", &format!("<w:body>{body}</w:body>"));
    let comments = part(
        "comments",
        &format!("<w:comment w:id=\"0\" w:author=\"A\"><w:p>{}</w:p></w:comment>", run("Hm")),
    );
    let file = read(&files::package(&[
        ("_rels/.rels", &relationships(&[("officeDocument", "/word/document2.xml")])),
        ("word/document2.xml", &document),
        ("word/_rels/document2.xml.rels", &relationships(&[("comments", "notes/comments7.xml")])),
        ("word/notes/comments7.xml", &comments),
    ]));
    assert_eq!(file.problems, []);
    assert_eq!((file.remarks[0].words.as_str(), file.remarks[0].quoted.as_str()), ("Hm", "Words"));
}

#[test]
fn moved_words_and_words_in_tables_are_read_with_the_nearest_bookmark() {
    let body = format!(
        "<w:p><w:bookmarkStart w:id=\"1\" w:name=\"row_m_1\"/><w:bookmarkEnd w:id=\"1\"/><w:bookmarkStart w:id=\"2\" w:name=\"_Toc1\"/>{}</w:p>\
         <w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        change("moveFrom", "Anna", "gone"),
        change("moveTo", "Anna", "here"),
        control("goog_rdk_1", &format!("<w:p>{}</w:p>", run("x")))
    );
    let file = read(&docx(&body, &[]));
    let told: Vec<_> = file.remarks.iter().map(|r| (r.kind, r.place.as_deref())).collect();
    assert_eq!(
        told,
        [(RemarkKind::Deletion, Some("row_m_1")), (RemarkKind::Insertion, Some("row_m_1"))]
    );
    assert_eq!(file.answers, [""; 0], "a control of another program is no answer");
}

#[test]
fn a_change_in_a_footnote_stands_where_the_note_is_referred_to() {
    let body = control(
        "m-1/why",
        &format!("<w:p>{}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>", run("Words")),
    );
    let notes = part(
        "footnotes",
        &format!(
            "<w:footnote w:id=\"2\"><w:p>{}</w:p></w:footnote>",
            change("ins", "Anna", "note")
        ),
    );
    let file = read(&docx(&body, &[("word/footnotes.xml", &notes)]));
    assert_eq!(file.remarks[0].place.as_deref(), Some("m-1/why"));
}

#[test]
fn a_prompt_is_no_answer() {
    let body = hashed("m-1/why", "", &format!("<w:p>{}</w:p>", run("Say why")))
        .replace("<w:sdtPr>", "<w:sdtPr><w:showingPlcHdr/>");
    assert_eq!(read(&docx(&body, &[])).remarks, []);
}

#[test]
fn prefixes_do_not_matter_and_what_stands_for_older_programs_is_left_out() {
    let body = format!(
        "<w:p>{}<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice>{}</mc:Choice>\
         <mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:p>",
        change("ins", "Anna", "a"),
        change("ins", "Anna", "b"),
        change("ins", "Anna", "c")
    );
    let document = part("document", &format!("<w:body>{body}</w:body>"));
    let plain = read(&files::package(&[("word/document.xml", &document)]));
    assert_eq!(plain.remarks[0].new_words.as_deref(), Some("ab"));
    let renamed = document
        .replace("<w:", "<ns0:")
        .replace("</w:", "</ns0:")
        .replace("xmlns:w=", "xmlns:ns0=")
        .replace(" w:", " ns0:");
    assert_eq!(read(&files::package(&[("word/document.xml", &renamed)])), plain);
}

#[test]
fn a_comment_keeps_its_key_when_a_program_numbers_anew() {
    let with = |id: &str| {
        let body = format!(
            "<w:p><w:commentRangeStart w:id=\"{id}\"/>{}<w:commentRangeEnd w:id=\"{id}\"/></w:p>",
            run("Words")
        );
        let comments = part(
            "comments",
            &format!(
                "<w:comment w:id=\"{id}\" w:author=\"A\"><w:p>{}</w:p></w:comment>",
                run("Hm")
            ),
        );
        read(&docx(&body, &[("word/comments.xml", &comments)]))
    };
    assert_eq!(with("0"), with("17"));
}

#[test]
fn a_comment_that_stands_nowhere_is_told_and_kept() {
    let comments =
        part("comments", &format!("<w:comment w:id=\"4\"><w:p>{}</w:p></w:comment>", run("Lost")));
    let file = read(&docx("<w:p/>", &[("word/comments.xml", &comments)]));
    assert_eq!(file.remarks[0].words, "Lost");
    assert_eq!(file.problems, [Problem::WithoutPlace { key: file.remarks[0].key.clone() }]);
}

#[test]
fn the_properties_tell_of_which_report_it_is_a_copy() {
    let custom = "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"v\">\
        <property name=\"VurderProject\"><vt:lpwstr>cohort</vt:lpwstr></property>\
        <property name=\"VurderDate\"><vt:lpwstr>2026-02-03</vt:lpwstr></property></Properties>";
    let of = read(&docx("<w:p/>", &[("docProps/custom.xml", custom)])).of.unwrap();
    assert_eq!(
        (of.project.as_str(), of.day),
        ("cohort", chrono::NaiveDate::from_ymd_opt(2026, 2, 3))
    );
}
