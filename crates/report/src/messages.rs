//! The messages of reports. This crate does not know the message files. The caller that composes a report gives it
//! [`ReportMessages`].
//!
//! The list below is the only one. The trait, the functions of [`msg`] and the implementation of the trait are made
//! from it. Therefore code with a message that is not in the list does not compile here. A message of the list that is
//! not in the message files does not compile where the trait is implemented.

/// Calls the macro `$with` with the list of messages: a function of the message files for each, with its arguments in
/// the order in which the English message names them.
#[macro_export]
macro_rules! report_messages {
    ($with:ident) => {
        $with! {
            report_contents();
            report_page_of(x: &str, y: &str);
            report_draft();
            report_continued();
            report_inserted(x: &str);
            report_deleted(x: &str);
            report_changes(version: &str, day: &str);
            report_changes_none(version: &str);
            report_changes_none_shown(version: &str);
            report_changes_inserted();
            report_changes_deleted();
            report_changes_about();
            report_changes_about_marked();
            report_changes_counted(changed: usize, came: usize, went: usize, rows_came: usize, rows_went: usize);
            report_changes_by(version: &str);
            report_change();
            report_change_row_came();
            report_change_row_went();
            report_change_source();
            report_change_without_words();
            report_revision();
            report_form(short: &str, version: &str);
            report_version_header(version: &str);
            report_controllers();
            report_providers();
            report_version();
            report_date();
            report_day(day: &str, month: usize, year: &str);
            report_month_short(month: usize);
            report_month(month: &str, year: &str);
            report_day_of_month(day: &str, month: &str);
            report_state();
            report_state_draft();
            report_state_final();
            report_state_review();
            report_state_approved();
            report_version_by();
            report_version_note();
            report_attached();
            report_attached_to();
            report_picture(number: &str, caption: &str);
            report_picture_not_drawn(picture: &str, why: &str);
            report_picture_no_file();
            report_picture_empty();
            report_picture_format();
            report_picture_svg();
            report_picture_pixels(width: &str, height: &str);
            report_picture_cmyk();
            report_picture_broken();
            report_attachments();
            report_attachments_about();
            report_file();
            report_size();
            report_hash();
            report_kilobytes(size: &str);
            report_follows();
            report_not_filled_in();
            report_yes();
            report_no();
            report_number();
            report_accepted();
            report_not_accepted();
            report_level_number();
            report_level();
            report_meaning();
            report_may_stay();
            report_accepted_by();
            report_severity();
            report_likelihood();
            report_unscored();
            report_matrix_subjects_before();
            report_matrix_subjects_after();
            report_matrix_organisation_before();
            report_matrix_organisation_after();
            report_risk_level();
            report_before();
            report_after();
            report_highest_before(level: &str);
            report_highest_after(level: &str);
            report_nothing_treated();
            report_levels_open(count: usize, all: usize);
            report_levels_open_after(count: usize);
            report_cell(severity: &str, likelihood: &str, level: &str);
            report_cell_risks(level: &str, severity: &str, likelihood: &str, risks: &str);
            report_no_risk_scored();
            report_level_may_stay(level: &str);
            report_untreated();
            report_matrix_untreated();
            report_topic();
            report_stated();
            report_limitation();
            report_see();
            report_duty();
            report_not_stated();
            report_left_open();
            report_judgement();
            report_not_judged();
            report_gap_measure();
            report_gap_open();
            report_gap_open_of(providers: &str);
            report_no_provider();
            report_off_scale();
            report_pages_read();
            report_not_looked_at();
            report_other_pages(count: usize);
            report_pages_of(provider: &str, pages: usize);
            report_not_on_pages(count: usize, all: usize, providers: &str);
            report_stated_topics();
            report_no_requests();
            report_no_notes();
            report_no_sources();
            report_screening_open();
            report_screening_required();
            report_screening_required_unless_reason();
            report_screening_recommended();
            report_screening_not_required();
            report_screening_exempt(exemption: &str);
            report_screening_no_rule();
            report_screening_unlawful();
            report_screening_rule();
            report_screening_answers();
            report_screening_check();
            report_provider();
            report_page();
            report_captured_on();
            report_undated();
            report_cited_as();
            report_title();
            report_title_and_address();
            report_sources();
            report_sources_about();
            report_sources_about_cut();
            report_since_day(day: &str);
            report_since_state(day: &str);
            report_since_revision(revision: &str);
            report_source_gone(when: &str);
            report_source_changed(when: &str);
            report_source_kept(when: &str, reason: &str);
            report_source_kept_place(when: &str, reason: &str);
            report_waived();
            report_waived_about();
            report_waived_on(day: &str, reason: &str);
            report_waived_for(reason: &str);
            report_answers();
            report_answers_of_version(version: &str);
            report_answers_of_draft();
            report_remark_of(who: &str);
            report_remark_reply(who: &str);
            report_remark_on(words: &str);
            report_remark_proposes(words: &str);
            report_remark_proposes_nothing();
            report_remark_nowhere();
            report_remark_open();
            report_remark_accepted();
            report_remark_answered();
            report_remark_declined();
            report_remark_done();
            report_remark_decided(outcome: &str, who: &str);
            report_compare_kicker();
            report_compare_what();
            report_compare_names(left: &str, right: &str);
            report_compare_providers_title(left: &str, right: &str);
            report_compare_revisions_title(provider: &str);
            report_compare_state(day: &str, revision: &str, pages: usize, statements: usize);
            report_compare_state_undated(revision: &str, pages: usize, statements: usize);
            report_compare_revision(revision: &str);
            report_compare_side(provider: &str, state: &str);
            report_compare_judgements();
            report_compare_own_words(providers: &str);
            report_compare_imported_words(providers: &str);
            report_compare_not_stated_means();
            report_compare_overview();
            report_compare_statements();
            report_compare_topics_stated();
            report_compare_topics_limited();
            report_compare_topics_duty();
            report_compare_topics_not_stated();
            report_compare_topics_not_looked_at();
            report_compare_topics_left_open();
            report_compare_topic_counted();
            report_compare_counted(status: &str, count: usize);
            report_compare_something_open();
            report_compare_provided();
            report_compare_limits();
            report_compare_uncertain(reason: &str);
            report_compare_source(page: &str, day: &str);
            report_compare_also(pages: &str);
            report_compare_judged(judgement: &str);
            report_became_removed();
            report_became_narrowed();
            report_became_widened();
            report_became_reworded();
            report_became_relinked();
            report_became_moved();
            report_became_new();
            report_became_unchanged();
            report_not_applicable(reason: &str);
            report_none_because(reason: &str);
            report_consultation_kicker();
            report_consultation_title();
            report_consultation_responsibilities();
            report_consultation_purposes();
            report_consultation_measures();
            report_consultation_officer();
            report_consultation_assessment();
            report_consultation_other();
            report_consultation_asked();
            report_letter_subject(project: &str);
            report_letter_to();
            report_letter_from();
            report_letter_greeting(provider: &str);
            report_letter_intro_unread(count: usize, project: &str);
            report_letter_intro(count: usize, project: &str);
            report_letter_how();
            report_letter_due(day: &str);
            report_letter_other();
            report_letter_question();
            report_letter_wanted();
            report_letter_by();
            report_letter_asked_by();
            report_letter_read();
            report_letter_nothing();
            report_letter_more(count: usize);
            report_letter_place(page: &str, heading: &str);
            report_letter_as_of(place: &str, day: &str);
            report_letter_thanks();
            report_answer_alone(provider: &str, day: &str);
            report_answer_alone_undated(provider: &str);
            report_answer_of(provider: &str, day: &str, question: &str);
            report_answer_of_undated(provider: &str, question: &str);
            report_project();
            report_cut_summary();
            report_cut_owner();
            report_cut_provider();
            report_cut_public();
            report_cut_sections(count: usize, sections: &str);
            report_holds();
            report_asked_of();
            report_decision();
            report_no_decision();
            report_highest_residual();
            report_highest_of(side: &str, count: usize, all: usize);
            report_no_residual_level();
            report_side_subjects();
            report_side_organisation();
            report_level_before();
            report_level_after();
            report_not_stated_topics();
            report_not_stated_of(provider: &str, count: usize, all: usize);
            report_and_more(count: usize);
            report_open_requests();
            report_no_open_request();
            report_due(day: &str);
            report_open_findings();
            report_no_open_finding();
            report_findings_counted(law: usize, standard: usize, advice: usize);
            report_finding_law();
            report_finding_standard();
            report_finding_advice();
            report_risks_by_level();
            report_subjects_before();
            report_subjects_after();
            report_organisation_before();
            report_organisation_after();
            report_residual_risks();
            report_treatment();
            report_acceptance();
            report_not_treated();
            report_accepted_by_decision();
            report_accepted_by_nobody();
            report_not_yet(name: &str);
            report_risks_handled();
            report_risks_handled_about();
            report_risks_all_levels();
            report_risks_all_levels_untreated();
            report_risks_some_levels(count: usize, all: usize);
            report_risks_none();
            report_measures_in_place(count: usize, all: usize);
            report_rights();
            report_rights_about();
            report_relied_on();
            report_relied_on_about();
            report_answers_citing();
            report_deadlines();
            report_coverage_by_group(provider: &str);
        }
    };
}

/// Declares the trait, and the functions that the rest of this crate calls. Rust warns about a function that nothing
/// calls, but not about a method of a public trait.
macro_rules! declare {
    ($($name:ident($($argument:ident: $kind:ty),*);)*) => {
        /// The messages of a report, in its language. [`report_messages!`](crate::report_messages) lists the methods.
        pub trait ReportMessages {
            $(
                /// The text of the message with this name.
                fn $name(&self, $($argument: $kind),*) -> String;
            )*
        }

        /// One function for each message.
        pub(crate) mod msg {
            use super::ReportMessages;

            $(
                pub(crate) fn $name(messages: &dyn ReportMessages, $($argument: $kind),*) -> String {
                    messages.$name($($argument),*)
                }
            )*
        }
    };
}

/// A message without arguments: a function of [`msg`].
pub(crate) type Message = fn(&dyn ReportMessages) -> String;

report_messages!(declare);
