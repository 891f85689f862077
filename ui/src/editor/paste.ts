// Reads what a word processor puts on the clipboard: its structure is kept, everything else is dropped. The HTML is
// parsed into a document that is never part of the page, so nothing in it is loaded or run.

import { t } from "../words";

const PICTURES = "img,svg,object,video,canvas,iframe";
// A `br` with `clear` is a page break, or the line above the footnotes.
const DROPPED = "script,style,link,meta,title,head,audio,input,button,select,textarea,hr,br[clear]";
const UNWRAPPED = "font,section,article,main,header,footer,figure,center,u,ins";
const STRUCK = 'del, s, strike, [style*="line-through" i]';

/** What a text can't hold and the paste leaves out. The person is told of it, so that nothing vanishes unseen. */
export interface LeftOut {
  /** Words that were struck out, or deleted with changes tracked. */
  struckWords: number;
  pictures: number;
  comments: number;
}

/** The result of reading the HTML on the clipboard. */
export interface Pasted {
  /** Headings, paragraphs, lists, tables, links, bold and italic. */
  body: HTMLElement;
  leftOut: LeftOut;
}

/** Reads the HTML on the clipboard. */
export function cleanPasted(html: string): Pasted {
  // Of Word's conditional parts, those that browsers show hold the markers of lists; the others are comments.
  const bare = html.replace(/<!--[\s\S]*?-->/g, "").replace(/<!\[(?:if [^\]]*|endif)\]>/g, "");
  const page = new DOMParser().parseFromString(bare, "text/html");
  const body = page.body;
  const leftOut = { struckWords: 0, pictures: takeOut(body, PICTURES).length, comments: 0 };
  takeOut(body, DROPPED);
  leftOut.comments = dropComments(body);
  for (const node of [...body.querySelectorAll("*")]) if (node.tagName.includes(":")) unwrap(node);
  for (const struck of takeOut(body, STRUCK)) {
    leftOut.struckWords += struck.textContent?.split(/\s+/).filter(Boolean).length ?? 0;
  }
  footnotes(body);
  raisedFigures(body);
  for (const node of [...body.querySelectorAll(UNWRAPPED)]) unwrap(node);
  wordHeadings(body);
  wordLists(body);
  emphasis(body);
  tables(body);
  for (const node of [...body.querySelectorAll("*")]) {
    for (const { name } of [...node.attributes]) {
      const kept =
        (name === "href" && node.tagName === "A") ||
        (name === "start" && node.tagName === "OL") ||
        (name === "data-citation" && node.tagName === "SPAN");
      if (!kept) node.removeAttribute(name);
    }
  }
  for (const node of [...body.querySelectorAll("p")]) {
    if (
      !node.textContent?.trim() &&
      !node.querySelector("br, [data-citation]") &&
      node.parentElement?.childElementCount !== 1
    ) {
      node.remove();
    }
  }
  return { body, leftOut };
}

/** Removes the elements that `css` selects, with all elements inside them. */
function takeOut(body: HTMLElement, css: string): Element[] {
  const found = [...body.querySelectorAll(css)].filter((node) => !node.parentElement?.closest(css));
  for (const node of found) node.remove();
  return found;
}

/** The targets of links between a footnote and its number, as Word, LibreOffice and Google Docs name them. */
const TO_NOTE = /^#(?:_ftn|_edn|ftnt|sdfootnote|sdendnote)\d+(?:sym)?$/;
const TO_NUMBER = /^#(?:_ftnref|_ednref|ftnt_ref|sdfootnote(?=\d+anc)|sdendnote(?=\d+anc))\d+(?:anc)?$/;

/**
 * Writes the numbers of footnotes as words. A reader would take "[1]" or a bare number for a citation of a published
 * statement. The notes themselves stand at the end of what was copied, with their numbers.
 */
function footnotes(body: HTMLElement): void {
  for (const link of [...body.querySelectorAll('a[href^="#"]')]) {
    const href = link.getAttribute("href") ?? "";
    const number = link.textContent?.replace(/[^\p{L}\p{N}*†‡]/gu, "") ?? "";
    if (!number) continue;
    if (TO_NUMBER.test(href)) link.replaceWith(t("pasted-note-begin", { number }));
    else if (TO_NOTE.test(href)) {
      const before = link.previousSibling?.textContent ?? "";
      link.replaceWith(`${/\s$/.test(before) ? "" : " "}${t("pasted-note", { number })}`);
    }
  }
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** Keeps the meaning of raised figures: 10⁶ is not 106. */
function raisedFigures(body: HTMLElement): void {
  for (const sup of [...body.querySelectorAll("sup")]) {
    const figures = sup.textContent ?? "";
    if (!/^[-−]?\d+$/.test(figures)) continue;
    sup.replaceWith(figures.replace(/[-−]/, "⁻").replace(/\d/g, (figure) => RAISED[Number(figure)] ?? figure));
  }
}

const styleOf = (node: Element): string => (node.getAttribute("style") ?? "").replace(/\s+/g, " ").toLowerCase();

function unwrap(node: Element): void {
  node.replaceWith(...node.childNodes);
}

/** Removes Word's comments: the links and the list at the end that they lead to. Returns the number of comments. */
function dropComments(body: HTMLElement): number {
  // The list is missing where only a part of the text was copied. The links are missing in some versions of Word.
  const isComment = (node: Element): boolean => /mso-element: ?comment(?!-)/.test(styleOf(node));
  const styled = [...body.querySelectorAll("[style]")];
  const inList = styled.filter(isComment).length;
  const links = styled.filter((node) => /mso-special-character: ?comment/.test(styleOf(node))).length;
  for (const node of [...body.querySelectorAll("[style]")]) {
    const style = styleOf(node);
    if (/mso-element: ?comment-list/.test(style) || /mso-special-character: ?comment/.test(style)) node.remove();
    else if (/mso-comment-reference/.test(style)) unwrap(node);
  }
  for (const node of [...body.querySelectorAll('a[class="msocomanchor" i], .MsoCommentReference')]) node.remove();
  return Math.max(inList, links);
}

/** Makes headings of the styled paragraphs that Word writes for them. */
function wordHeadings(body: HTMLElement): void {
  for (const node of [...body.querySelectorAll("p")]) {
    const level =
      /^mso(?:heading|title)(\d?)$/i.exec(node.className)?.[1] ?? /mso-outline-level: ?(\d)/.exec(styleOf(node))?.[1];
    if (level === undefined) continue;
    const heading = document.implementation.createHTMLDocument("").createElement(`h${Math.min(Number(level) || 1, 3)}`);
    heading.append(...node.childNodes);
    node.replaceWith(heading);
  }
}

interface WordItem {
  list: string;
  level: number;
  ordered: boolean;
  start: number;
}

/** The list, level and marker of a paragraph that is an item of a Word list; null for any other. */
function wordItem(node: Element): WordItem | null {
  const style = /mso-list: ?l(\d+) level(\d+)/.exec(styleOf(node));
  if (!style) return null;
  let marker = "";
  for (const part of [...node.querySelectorAll("span")]) {
    if (!/mso-list: ?ignore/.test(styleOf(part))) continue;
    marker += part.textContent ?? "";
    part.remove();
  }
  if (!marker) {
    // Some versions of Word leave the marker as plain text before the words.
    const first = firstText(node);
    const found = first && /^\s*((?:\(?(?:\d+|[a-z]|[ivxl]+)[.)])|[·•o§–-])[\s\u00a0]+/i.exec(first.data);
    if (first && found) {
      marker = found[1] ?? "";
      first.data = first.data.slice(found[0].length);
    }
  }
  marker = marker.replace(/[\s\u00a0]+/g, "");
  const ordered = /^\(?(\d+|[a-z]{1,4})[.)]$/i.test(marker);
  return { list: style[1] ?? "", level: Number(style[2]), ordered, start: Number(/\d+/.exec(marker)?.[0] ?? 1) };
}

function firstText(node: Element): Text | null {
  return document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
}

/** Makes lists of Word's list items. Word writes these as paragraphs side by side, each with its list and level. */
function wordLists(body: HTMLElement): void {
  const page = body.ownerDocument;
  let open: { list: Element; level: number; name: string }[] = [];
  let before: Element | null = null;
  for (const node of [...body.querySelectorAll("p, h1, h2, h3")]) {
    const item = node.tagName === "P" ? wordItem(node) : null;
    if (!item) continue;
    // A list ends where another element stands between its paragraphs.
    if (!open.length || !before || nextOf(before) !== node) open = [];
    while (open.length && (open.at(-1)?.level ?? 0) > item.level) open.pop();
    let here = open.at(-1);
    const tag = item.ordered ? "OL" : "UL";
    if (here && here.level === item.level && (here.list.tagName !== tag || here.name !== item.list)) {
      open.pop();
      here = undefined;
    }
    if (!here || here.level < item.level || open.length === 0) {
      const list = page.createElement(tag);
      if (item.ordered && item.start !== 1) list.setAttribute("start", String(item.start));
      const parent = open.at(-1)?.list.lastElementChild;
      if (parent) parent.append(list);
      else node.before(list);
      here = { list, level: item.level, name: item.list };
      open.push(here);
    }
    const li = page.createElement("li");
    const p = page.createElement("p");
    p.append(...node.childNodes);
    li.append(p);
    here.list.append(li);
    node.remove();
    before = open[0]?.list ?? null;
  }
}

function nextOf(node: Element): Element | null {
  return node.nextElementSibling;
}

/**
 * Makes marks of bold and italic that are set by style. A style that turns them off removes the mark. (Word's
 * `mso-bidi-font-weight` is for right-to-left letters and stands on every bold word.)
 */
function emphasis(body: HTMLElement): void {
  const page = body.ownerDocument;
  for (const node of [...body.querySelectorAll("b[style], strong[style]")]) {
    if (/(?<![-\w])font-weight: ?(normal|400)/.test(styleOf(node))) unwrap(node);
  }
  for (const node of [...body.querySelectorAll("span[style]")]) {
    const style = styleOf(node);
    for (const [tag, says] of [
      ["strong", /(?<![-\w])font-weight: ?(bold|[6-9]00)/],
      ["em", /(?<![-\w])font-style: ?italic/],
    ] as const) {
      if (!says.test(style) || !node.textContent?.trim()) continue;
      const mark = page.createElement(tag);
      mark.append(...node.childNodes);
      node.append(mark);
    }
  }
  for (const node of [...body.querySelectorAll("span:not([data-citation])")]) unwrap(node);
}

/** Makes tables without merged cells: a cell over several columns is followed by empty cells. */
function tables(body: HTMLElement): void {
  const page = body.ownerDocument;
  for (const table of [...body.querySelectorAll("table")]) {
    // The text cannot hold a table in a cell: only the words of that table are kept.
    if (table.parentElement?.closest("td, th")) {
      for (const cell of [...table.querySelectorAll("td, th")]) cell.append(" ");
      table.replaceWith(page.createTextNode(table.textContent ?? ""));
      continue;
    }
    [...table.rows].forEach((row, at) => {
      for (const cell of [...row.cells]) {
        const wanted = at === 0 ? "TH" : "TD";
        const fresh = cell.tagName === wanted ? cell : page.createElement(wanted);
        if (fresh !== cell) {
          fresh.append(...cell.childNodes);
          cell.replaceWith(fresh);
        }
        oneParagraph(fresh);
        for (let extra = 1; extra < cell.colSpan; extra += 1) fresh.after(page.createElement(wanted));
      }
    });
  }
}

/** Makes one paragraph of the paragraphs in a cell, with line breaks between them. */
function oneParagraph(cell: Element): void {
  const page = cell.ownerDocument;
  const blocks = [...cell.querySelectorAll("p, li, h1, h2, h3, h4, h5, h6, div")].filter(
    (b) => !b.querySelector("p, li, div"),
  );
  if (blocks.length === 0) return;
  const p = page.createElement("p");
  for (const block of blocks) {
    if (!block.textContent?.trim()) continue;
    if (p.childNodes.length) p.append(page.createElement("br"));
    p.append(...block.childNodes);
  }
  cell.replaceChildren(p);
}
