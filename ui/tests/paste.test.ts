import { describe, expect, it } from "vitest";

import { sliceOf } from "../src/editor/box";
import { cleanPasted } from "../src/editor/paste";

/** What the clipboard holds, as the tree it becomes. */
function pasted(html: string): unknown {
  return (sliceOf(cleanPasted(html).body).content.toJSON() as unknown[] | null) ?? [];
}
function words(html: string): string {
  const slice = sliceOf(cleanPasted(html).body);
  return slice.content.textBetween(0, slice.content.size, "|");
}
const p = (...content: unknown[]): unknown => ({ type: "paragraph", content });
const text = (of: string, ...marks: string[]): unknown => ({
  type: "text",
  text: of,
  ...(marks.length ? { marks: marks.map((type) => ({ type })) } : {}),
});
const item = (...content: unknown[]): unknown => ({ type: "list_item", content });

// The frame that Word puts around everything it copies.
const word = (
  body: string,
): string => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-size:12.0pt; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=NB style='tab-interval:35.4pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

const bullet = (list: number, level: number, marker: string, of: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:${level * 36}.0pt;mso-add-space:auto;text-indent:-18.0pt;mso-list:l${list} level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=NB>${of}<o:p></o:p></span></p>`;

describe("paste from a word processor", () => {
  it("keeps what Word made bold and italic: its own style for right-to-left letters says nothing of them", () => {
    const html = word(
      "<p class=MsoNormal>The <b style='mso-bidi-font-weight:normal'>controller</b> <i style='mso-bidi-font-style:normal'>decides</i> <span style='mso-bidi-font-weight:bold'>alone</span>.</p>",
    );
    expect(pasted(html)).toEqual([
      p(text("The "), text("controller", "strong"), text(" "), text("decides", "em"), text(" alone.")),
    ]);
  });
  it("keeps paragraphs, bold and italic, and drops fonts, colours and empty lines", () => {
    const html =
      word(`<p class=MsoNormal><b><span lang=NB style='font-size:14.0pt;color:#C00000'>Formål</span></b><span lang=NB style='mso-ansi-language:NB'> er <i>forskning</i>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><span style='font-weight:bold'>Fet</span> og <span style='font-style:italic'>kursiv</span></p>`);
    expect(pasted(html)).toEqual([
      p(text("Formål", "strong"), text(" er "), text("forskning", "em"), text(".")),
      p(text("Fet", "strong"), text(" og "), text("kursiv", "em")),
    ]);
  });

  it("makes lists of Word's list paragraphs, nested, without their markers", () => {
    const html = word(
      bullet(0, 1, "·", "First") +
        bullet(0, 2, "o", "Inside") +
        bullet(0, 2, "o", "Inside too") +
        bullet(0, 1, "·", "Second"),
    );
    expect(pasted(html)).toEqual([
      {
        type: "bullet_list",
        content: [
          item(p(text("First")), {
            type: "bullet_list",
            content: [item(p(text("Inside"))), item(p(text("Inside too")))],
          }),
          item(p(text("Second"))),
        ],
      },
    ]);
  });

  it("keeps numbers, where they start, and that two lists are two", () => {
    const html = word(
      bullet(1, 1, "3.", "Third") +
        bullet(1, 1, "4.", "Fourth") +
        "<p class=MsoNormal>Between</p>" +
        bullet(1, 1, "a)", "Anew"),
    );
    expect(pasted(html)).toEqual([
      { type: "ordered_list", attrs: { start: 3 }, content: [item(p(text("Third"))), item(p(text("Fourth")))] },
      p(text("Between")),
      { type: "ordered_list", attrs: { start: 1 }, content: [item(p(text("Anew")))] },
    ]);
  });

  it("tells lists side by side apart by their name in the file", () => {
    const html = word(bullet(0, 1, "·", "Bullet") + bullet(2, 1, "1.", "Number"));
    expect(pasted(html)).toEqual([
      { type: "bullet_list", content: [item(p(text("Bullet")))] },
      { type: "ordered_list", attrs: { start: 1 }, content: [item(p(text("Number")))] },
    ]);
  });

  it("reads a marker that stands in the text because the conditional part is gone", () => {
    const html = `<p class="MsoListParagraph" style="text-indent:-18pt;mso-list:l0 level1 lfo1">1.&nbsp;&nbsp; Eldre Word</p>`;
    expect(pasted(html)).toEqual([
      { type: "ordered_list", attrs: { start: 1 }, content: [item(p(text("Eldre Word")))] },
    ]);
  });

  it("keeps headings, real ones and those that are only styled, three levels deep", () => {
    const html = word(
      `<h1>En<o:p></o:p></h1><p class=MsoHeading2 style='mso-outline-level:2'>To</p><h5>Fem</h5><p class=MsoNormal>Tekst</p>`,
    );
    expect(pasted(html)).toEqual([
      { type: "heading", attrs: { level: 1 }, content: [text("En")] },
      { type: "heading", attrs: { level: 2 }, content: [text("To")] },
      { type: "heading", attrs: { level: 3 }, content: [text("Fem")] },
      p(text("Tekst")),
    ]);
  });

  it("keeps tables: the first row is the header, a cell is one paragraph, merged cells are taken apart", () => {
    const html =
      word(`<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td width=200 colspan=2><p class=MsoNormal><b>Data</b></p></td></tr>
<tr><td><p class=MsoNormal>Genom</p><p class=MsoNormal>WGS</p></td><td><p class=MsoNormal>10 år</p></td></tr></table>`);
    const cell = (type: string, ...content: unknown[]): unknown => ({
      type,
      attrs: { colspan: 1, rowspan: 1, colwidth: null },
      content: [content.length ? p(...content) : { type: "paragraph" }],
    });
    expect(pasted(html)).toEqual([
      {
        type: "table",
        content: [
          { type: "table_row", content: [cell("table_header", text("Data", "strong")), cell("table_header")] },
          {
            type: "table_row",
            content: [
              cell("table_cell", text("Genom"), { type: "hard_break" }, text("WGS")),
              cell("table_cell", text("10 år")),
            ],
          },
        ],
      },
    ]);
  });

  it("keeps links that lead to the web and the words of those that don't", () => {
    const html = word(
      `<p class=MsoNormal><a href="https://example.org/avtale"><span style='color:#0563C1'>avtalen</span></a> og <a href="#_Toc1">lenken</a> og <a href="file:///C:/hemmelig.docx">filen</a></p>`,
    );
    expect(pasted(html)).toEqual([
      p(
        { type: "text", text: "avtalen", marks: [{ type: "link", attrs: { href: "https://example.org/avtale" } }] },
        text(" og lenken og filen"),
      ),
    ]);
  });

  it("drops pictures, comments, deleted words and anything that could run", () => {
    const html =
      word(`<p class=MsoNormal>Beholdt<a style='mso-comment-reference:KN_1;mso-comment-date:20260101T1200'></a><span class=MsoCommentReference><span style='mso-special-character:comment'>[KN1]</span></span>
<!--[if gte vml 1]><v:shape><v:imagedata src="file:///C:/x.png"/></v:shape><![endif]--><![if !vml]><img width=10 src="file:///C:/x.png"><![endif]></p>
<p class=MsoNormal><del>slettet</del><ins>satt inn</ins><script>alert(1)</script></p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Er dette riktig?</p></div></div>`);
    expect(words(html)).toBe("Beholdt|satt inn");
    expect(cleanPasted(html).leftOut).toEqual({ struckWords: 1, pictures: 1, comments: 1 });
  });

  it("counts what was struck out, however it was done, and each picture once", () => {
    const html = word(
      `<p class=MsoNormal>We keep logs for <s>two <span lang=EN-GB>full</span> years</s> one year.</p>
<p class=MsoNormal><span style='text-decoration:line-through'>And backups.</span> <strike><del>Never</del> again</strike></p>
<p class=MsoNormal><svg><image/></svg><img src="file:///C:/a.png"></p>`,
    );
    expect(words(html)).toBe("We keep logs for one year.");
    expect(cleanPasted(html).leftOut).toEqual({ struckWords: 7, pictures: 2, comments: 0 });
  });

  it("says in words what is a footnote: a number in brackets would look like a citation", () => {
    const html = word(
      `<p class=MsoNormal>Logs are kept for a year<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference><span style='font-size:12.0pt'>[1]</span></span><![endif]></span></span></a>, then deleted.</p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span class=MsoFootnoteReference>[1]</span><![endif]></span></span></a> As the works council agreed.</p></div></div>`,
    );
    expect(words(html)).toBe("Logs are kept for a year (note 1), then deleted.|Note 1: As the works council agreed.");
  });

  it.each([
    [
      "LibreOffice",
      `<p>Kept<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p>
<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Why.</p></div>`,
    ],
    [
      "Google Docs",
      `<p>Kept<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>.</p><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a> Why.</p></div>`,
    ],
  ])("does so for %s, too", (_program, html) => {
    expect(words(html)).toBe("Kept (note 1).|Note 1: Why.");
  });

  it("keeps the meaning of raised figures", () => {
    expect(words("<p>10<sup>6</sup> people, 5 µg m<sup>-3</sup></p>")).toBe("10⁶ people, 5 µg m⁻³");
  });

  it("reads lists and tables of other programs as they are", () => {
    expect(
      pasted(
        `<b style="font-weight:normal" id="docs-internal-guid-1"><ul><li style="list-style-type:disc"><p dir="ltr"><span style="font-weight:700">Viktig</span></p></li></ul></b>`,
      ),
    ).toEqual([{ type: "bullet_list", content: [item(p(text("Viktig", "strong")))] }]);
  });

  it("leaves plain words plain", () => {
    expect(pasted("<span>just words</span>")).toEqual([text("just words")]);
  });
});
