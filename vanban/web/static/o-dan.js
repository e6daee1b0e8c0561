"use strict";
// What is pasted, as rows of cells: the clipboard's table where there is one, else its text as Excel writes it.

const clipboardRows = (data) => {
  const html = data.getData("text/html");
  if (html && /<table/i.test(html)) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const rows = [...page.querySelectorAll("tr")].map((row) => [...row.cells].map(cellText));
    if (rows.length) return rows;
  }
  return textRows(data.getData("text/plain"));
};

const cellText = (cell) => {
  const copy = cell.cloneNode(true);
  // A line break of the page's source is none of the cell's.
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.replace(/\s*[\r\n]\s*/g, " ");
  for (const line of copy.querySelectorAll("br")) line.replaceWith("\n");
  return copy.textContent.replaceAll("\u00a0", " ").trim();
};

// Excel puts a cell between quotes only where a tab, a line break or both with quotes stand in it: a quote begins such a
// cell only where its closing quote ends a cell. Otherwise it is a letter of the text.
const textRows = (text) => {
  const rows = [[]];
  let place = 0;
  while (place <= text.length) {
    const quoted = quotedCell(text, place);
    let end;
    if (quoted) {
      rows.at(-1).push(quoted.value);
      end = quoted.end;
    } else {
      end = place;
      while (end < text.length && !"\t\r\n".includes(text[end])) end += 1;
      rows.at(-1).push(text.slice(place, end));
    }
    if (end >= text.length) break;
    if (text[end] === "\t") {
      place = end + 1;
    } else {
      place = end + (text.startsWith("\r\n", end) ? 2 : 1);
      if (place >= text.length) break;
      rows.push([]);
    }
  }
  return rows;
};

const quotedCell = (text, start) => {
  if (text[start] !== '"') return null;
  let value = "";
  for (let place = start + 1; place < text.length; place += 1) {
    if (text[place] !== '"') {
      value += text[place];
    } else if (text[place + 1] === '"') {
      value += '"';
      place += 1;
    } else {
      const ends = place + 1 >= text.length || "\t\r\n".includes(text[place + 1]);
      return ends && /[\t\r\n]/.test(value) ? { value: value.replaceAll("\r\n", "\n"), end: place + 1 } : null;
    }
  }
  return null;
};

// The same as text whose every cell is quoted, which leaves nothing to guess.
const quotedText = (rows) => rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join("\t")).join("\r\n");
