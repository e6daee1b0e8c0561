"use strict";
// The grid of a table. Typing goes into a writer of our own that has the focus all the time, also over a cell that is not
// open: an input method composes in it from the first key on, and the Backspaces of UniKey and EVKey reach what they mean.
// What is shown is what is sent: cells are plain text, lists only offer.

const told = JSON.parse(document.getElementById("bang-du-lieu").textContent);
const width = told.columns.length;
const $ = (id) => document.getElementById(id);
const place = $("luoi");

jspreadsheet.setDictionary({ "Are you sure to delete the selected rows?": "Xóa các dòng đang chọn?" });

// ---- rows and where they come from

let nextId = 0;
let base = told.base;
let baseOf = new Map();
const withIds = (rows, isBase) =>
  rows.map((row, at) => {
    const id = `d${(nextId += 1)}`;
    if (isBase) baseOf.set(id, at);
    return [...row, id];
  });

const blank = () => Array(width).fill("");
const opening = withIds(told.rows, !told.sent);
while (opening.length < 5) opening.push([...blank(), ""]);

const sheets = jspreadsheet(place, {
  worksheets: [
    {
      data: opening,
      columns: [
        ...told.columns.map((one) => ({
          type: "text",
          title: one.title + (one.required ? " *" : ""),
          width: Math.min(320, Math.max(100, 24 + 10 * Math.max(one.title.length, ...told.rows.slice(0, 50).map((row) => row[told.columns.indexOf(one)].length)))),
          align: "left",
        })),
        { type: "hidden", title: "ma" },
      ],
      allowInsertColumn: false,
      allowDeleteColumn: false,
      allowRenameColumn: false,
      columnSorting: false,
      columnDrag: false,
      rowDrag: false,
      parseFormulas: false,
      secureFormulas: true,
      defaultColAlign: "left",
      selectionCopy: false,
    },
  ],
  parseFormulas: false,
  about: false,
  allowExport: false,
  contextMenu: () => false,
  onafterchanges: () => changed(),
  oninsertrow: () => changed(),
  ondeleterow: () => changed(),
  onundo: () => changed(),
  onredo: () => changed(),
  onselection: () => selected(),
});
const sheet = sheets[0];

const shownRows = () => sheet.options.data.map((row) => row.slice(0, width).map((cell) => String(cell ?? "")));
const ids = () => sheet.options.data.map((row) => String(row[width] ?? ""));
const cellAt = (x, y) => sheet.records[y]?.[x]?.element;
const here = () => (sheet.selectedCell ? [Number(sheet.selectedCell[0]), Number(sheet.selectedCell[1])] : null);

// ---- the writer

const writer = document.createElement("textarea");
writer.className = "writer";
writer.setAttribute("aria-label", "Ô đang chọn");
writer.setAttribute("autocomplete", "off");
writer.spellcheck = false;
writer.rows = 1;
place.append(writer);
const offers = document.createElement("ul");
offers.className = "offers";
offers.hidden = true;
offers.setAttribute("aria-label", "Những chữ có thể chọn");
place.append(offers);

let writing = false;
let target = null;
let composing = false;
let overtyped = false;

const settle = () => {
  // Puts the writer over the chosen cell.
  const at = here();
  const cell = at && cellAt(...at);
  if (!cell) return;
  const outer = place.getBoundingClientRect();
  const inner = cell.getBoundingClientRect();
  writer.style.left = `${inner.left - outer.left + place.scrollLeft}px`;
  writer.style.top = `${inner.top - outer.top + place.scrollTop}px`;
  writer.style.width = `${inner.width}px`;
  writer.style.height = `${inner.height}px`;
};

const begin = (text) => {
  if (writing) return;
  const at = here();
  if (!at || at[0] >= width) return;
  writing = true;
  overtyped = text === undefined;
  target = at;
  settle();
  if (text !== undefined) writer.value = text;
  writer.classList.add("open");
  offer();
};

const finish = (keep) => {
  if (!writing) return;
  writing = false;
  composing = false;
  const [x, y] = target;
  const text = writer.value;
  // Whoever types over a cell and takes it back has not asked for an empty cell: Delete does that.
  if (overtyped && !text) keep = false;
  writer.value = "";
  writer.classList.remove("open");
  offers.hidden = true;
  if (keep && String(sheet.options.data[y][x] ?? "") !== text) sheet.setValueFromCoords(x, y, text);
  else if (!keep) check();
};

const offer = () => {
  offers.hidden = true;
  const options = target ? told.columns[target[0]].options : [];
  if (!writing || !options.length) return;
  const typed = writer.value.trim().toLowerCase();
  const fit = options.filter((one) => one.toLowerCase().includes(typed));
  offers.replaceChildren(
    ...(fit.length ? fit : options).map((one) => {
      const item = document.createElement("li");
      item.textContent = one;
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        writer.value = one;
        finish(true);
        writer.focus({ preventScroll: true });
      });
      return item;
    }),
  );
  offers.style.left = writer.style.left;
  offers.style.top = `${writer.offsetTop + writer.offsetHeight}px`;
  offers.hidden = false;
};

const step = (dx, dy) => {
  const at = here();
  if (!at) return;
  const y = Math.min(Math.max(at[1] + dy, 0), sheet.options.data.length - 1);
  const x = Math.min(Math.max(at[0] + dx, 0), width - 1);
  choose(x, y);
};

const choose = (x, y) => {
  sheet.updateSelectionFromCoords(x, y, x, y);
  jspreadsheet.current = sheet;
  cellAt(x, y)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  settle();
  writer.focus({ preventScroll: true });
};

const pick = (by) => {
  const items = [...offers.children];
  const now = items.findIndex((one) => one.classList.contains("picked"));
  items.forEach((one) => one.classList.remove("picked"));
  const next = items[(now + by + items.length) % items.length] ?? items[0];
  next.classList.add("picked");
  writer.value = next.textContent;
};

const onlyOurs = (event) => {
  event.stopImmediatePropagation();
};

window.addEventListener(
  "keydown",
  (event) => {
    if (event.target !== writer) {
      // Keys in other fields are none of the grid's.
      if (event.target.closest?.("input, textarea, select, button, summary, a")) event.stopImmediatePropagation();
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
        event.preventDefault();
        save();
      }
      return;
    }
    const control = event.ctrlKey || event.metaKey;
    if (control && event.key.toLowerCase() === "s") {
      event.preventDefault();
      onlyOurs(event);
      finish(true);
      save();
      return;
    }
    if (control && event.key.toLowerCase() === "f") {
      event.preventDefault();
      onlyOurs(event);
      finish(true);
      $("tim-o").focus();
      return;
    }
    if (writing) {
      onlyOurs(event);
      // While an input method composes, every key is its own.
      if (composing || event.isComposing || event.keyCode === 229) return;
      if (event.key === "Enter" && event.altKey) {
        event.preventDefault();
        writer.setRangeText("\n", writer.selectionStart, writer.selectionEnd, "end");
      } else if (event.key === "Enter") {
        event.preventDefault();
        finish(true);
        step(0, event.shiftKey ? -1 : 1);
      } else if (event.key === "Tab") {
        event.preventDefault();
        finish(true);
        step(event.shiftKey ? -1 : 1, 0);
      } else if (event.key === "Escape") {
        finish(false);
      } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!offers.hidden) {
          pick(event.key === "ArrowDown" ? 1 : -1);
        } else {
          finish(true);
          step(0, event.key === "ArrowDown" ? 1 : -1);
        }
      }
      return;
    }
    if (event.key === "F2") {
      onlyOurs(event);
      const at = here();
      if (at) begin(String(sheet.options.data[at[1]][at[0]] ?? ""));
    } else if (event.key === "Backspace") {
      onlyOurs(event);
      event.preventDefault();
      begin("");
    } else if (event.key === "Tab") {
      const at = here();
      onlyOurs(event);
      const end = at && (event.shiftKey ? at[0] === 0 && at[1] === 0 : at[0] === width - 1 && at[1] === sheet.options.data.length - 1);
      if (end) return;
      event.preventDefault();
      if (event.shiftKey ? at[0] === 0 : at[0] === width - 1) choose(event.shiftKey ? width - 1 : 0, at[1] + (event.shiftKey ? -1 : 1));
      else step(event.shiftKey ? -1 : 1, 0);
    } else if (event.key === "Enter") {
      event.preventDefault();
      onlyOurs(event);
      const at = here();
      if (at && at[1] === sheet.options.data.length - 1 && !event.shiftKey) addRow();
      step(0, event.shiftKey ? -1 : 1);
    } else if (control && event.key.toLowerCase() === "v") {
      onlyOurs(event);
    } else if (!control && !event.altKey && (event.key.length === 1 || event.key === "Process" || event.key === "Dead" || event.keyCode === 229)) {
      // The letter itself goes into the writer; nothing is done before it is there.
      onlyOurs(event);
    }
  },
  true,
);

writer.addEventListener("compositionstart", () => {
  composing = true;
  begin();
});
writer.addEventListener("compositionend", () => {
  composing = false;
  checkSoon();
});
writer.addEventListener("input", () => {
  begin();
  offer();
  checkSoon();
});
writer.addEventListener("blur", () => finish(true));

place.addEventListener(
  "dblclick",
  (event) => {
    const cell = event.target.closest("td[data-x]");
    if (!cell) return;
    event.stopImmediatePropagation();
    choose(Number(cell.dataset.x), Number(cell.dataset.y));
    begin(String(sheet.options.data[Number(cell.dataset.y)][Number(cell.dataset.x)] ?? ""));
  },
  true,
);
place.addEventListener(
  "mousedown",
  (event) => {
    if (event.target === writer && !writing) {
      // The writer lies over the cell: a click is meant for the grid below it.
      event.preventDefault();
    }
  },
  true,
);

window.addEventListener(
  "paste",
  (event) => {
    if (event.target !== writer || writing) {
      if (event.target !== document.body) event.stopImmediatePropagation();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const at = here();
    if (!at || !event.clipboardData) return;
    const rows = clipboardRows(event.clipboardData).map((row) => row.slice(0, width - at[0]));
    const most = Math.max(...rows.map((row) => row.length));
    sheet.paste(at[0], at[1], quotedText(rows.map((row) => [...row, ...Array(most - row.length).fill("")])));
    settle();
    writer.focus({ preventScroll: true });
  },
  true,
);

document.addEventListener("mouseup", () => {
  if (jspreadsheet.current === sheet && place.contains(document.elementFromPoint(0, 0)) === false) settle();
});
place.addEventListener("mouseup", () => {
  settle();
  writer.focus({ preventScroll: true });
});

// ---- rows

const addRow = () => {
  sheet.insertRow(1, sheet.options.data.length - 1, false);
};
$("them-dong").addEventListener("click", () => {
  const at = here();
  sheet.insertRow(1, at ? at[1] : sheet.options.data.length - 1, false);
  choose(0, at ? at[1] + 1 : sheet.options.data.length - 1);
});
$("xoa-dong").addEventListener("click", () => {
  const chosen = sheet.getSelectedRows?.(true) ?? [];
  const rows = chosen.length ? chosen.map(Number) : here() ? [here()[1]] : [];
  if (!rows.length) return;
  if (sheet.options.data.length - rows.length < 1) addRow();
  sheet.deleteRow(Math.min(...rows), rows.length);
  choose(0, Math.min(Math.min(...rows), sheet.options.data.length - 1));
});
$("hoan-tac").addEventListener("click", () => sheet.undo());
$("lam-lai").addEventListener("click", () => sheet.redo());
$("tim-o").addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("đ", "d").replaceAll("Đ", "D").toLowerCase();
  const sought = plain($("tim-o").value);
  if (!sought) return;
  const rows = shownRows();
  const [x0, y0] = here() ?? [0, 0];
  for (let ahead = 1; ahead <= rows.length * width; ahead += 1) {
    const flat = (y0 * width + x0 + ahead) % (rows.length * width);
    const [y, x] = [Math.floor(flat / width), flat % width];
    if (plain(rows[y][x]).includes(sought)) {
      choose(x, y);
      $("tim-o").focus();
      return;
    }
  }
});

// ---- checking as one types: the edited rows alone at once, the whole year once the keys rest

let findings = new Map();
let checked = { findings: [], elsewhere: [] };
let known = null;
let timer = 0;
let asked = 0;
const FEW = 40;
const REST = 600;

const send = (what, body, more = {}) =>
  fetch(`${told.place}/${what}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Vanban-dau": mark },
    body: JSON.stringify(body),
    ...more,
  });

const rowsNow = () => {
  const rows = shownRows();
  if (writing && target) rows[target[1]][target[0]] = writer.value;
  return rows;
};

const checkSoon = () => {
  clearTimeout(timer);
  timer = setTimeout(checkEdited, 120);
};

const checkEdited = async () => {
  const rows = rowsNow();
  const places = known && known.length === rows.length ? [...rows.keys()].filter((y) => rows[y].some((cell, x) => cell !== known[y][x])) : null;
  if (!places || places.length > FEW) {
    check();
    return;
  }
  timer = setTimeout(check, REST);
  if (!places.length) return;
  const number = (asked += 1);
  const edited = new Set(places.flatMap((y) => rows[y].flatMap((cell, x) => (cell === known[y][x] ? [] : [`${x},${y}`]))));
  const reply = await send("soat-dong", { rows: places.map((y) => rows[y]), places });
  if (!reply.ok || number !== asked) return;
  const found = (await reply.json()).findings;
  // What stands at other cells stays until the year has been asked.
  const others = checked.findings.filter((one) => !edited.has(`${one.column},${one.row}`) && !found.some((other) => other.row === one.row && other.column === one.column));
  show({ ...checked, findings: [...found, ...others] });
};

const check = async () => {
  clearTimeout(timer);
  const number = (asked += 1);
  const rows = rowsNow();
  const reply = await send("soat", { rows });
  if (!reply.ok || number !== asked) return;
  known = rows;
  show(await reply.json());
};

const show = (found) => {
  checked = found;
  findings = new Map();
  for (const one of found.findings) {
    const key = `${one.column ?? ""},${one.row ?? ""}`;
    findings.set(key, [...(findings.get(key) ?? []), one]);
  }
  mend();
  summarise(found);
  selected();
};

const mend = () => {
  for (const cell of place.querySelectorAll(".wrong-cell, .doubt-cell")) {
    cell.classList.remove("wrong-cell", "doubt-cell");
    cell.removeAttribute("aria-invalid");
  }
  for (const [key, list] of findings) {
    const [x, y] = key.split(",");
    if (y === "") continue;
    const wrong = list.some((one) => one.wrong);
    const cells = x === "" ? [sheet.rows[Number(y)]?.element?.children[0]] : [cellAt(Number(x), Number(y))];
    for (const cell of cells) {
      cell?.classList.add(wrong ? "wrong-cell" : "doubt-cell");
      if (wrong) cell?.setAttribute("aria-invalid", "true");
    }
  }
};

const summarise = (found) => {
  const wrong = found.findings.filter((one) => one.wrong);
  const box = $("loi");
  box.hidden = !wrong.length && !found.elsewhere.length;
  document.title = document.title.replace(/^Có lỗi: /, "");
  if (box.hidden) return;
  document.title = `Có lỗi: ${document.title}`;
  const head = document.createElement("h2");
  head.textContent = wrong.length ? `${wrong.length} lỗi trong bảng này` : "Bảng này làm dữ liệu khác có lỗi";
  const list = document.createElement("ul");
  for (const one of wrong.slice(0, 8)) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = "#luoi";
    link.textContent = [one.row === null ? "" : `Dòng ${one.row + 1}`, one.column === null ? "" : told.columns[one.column].title].filter(Boolean).join(", ") || "Cả bảng";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      if (one.row !== null) choose(one.column ?? 0, one.row);
    });
    item.append(link, `: ${one.reason} ${one.remedy}`);
    list.append(item);
  }
  for (const one of found.elsewhere.slice(0, 3)) {
    const item = document.createElement("li");
    item.textContent = `Ở bảng, mục khác: ${one}`;
    list.append(item);
  }
  if (wrong.length > 8) {
    const item = document.createElement("li");
    item.textContent = `Và ${wrong.length - 8} lỗi khác.`;
    list.append(item);
  }
  box.replaceChildren(head, list);
};

const selected = () => {
  const at = here();
  const list = at ? [...(findings.get(`${at[0]},${at[1]}`) ?? []), ...(findings.get(`,${at[1]}`) ?? [])] : [];
  const words = list.map((one) => `${one.reason} ${one.remedy}`).join(" ");
  if ($("o-noi").textContent !== words) $("o-noi").textContent = words;
};

// ---- saving

let dirty = Boolean(told.sent);
let saving = null;
let savedSoon = 0;
const others = "BroadcastChannel" in window ? new BroadcastChannel(told.place) : null;

const changed = () => {
  for (const row of sheet.options.data) if (!row[width] && row.slice(0, width).some((cell) => cell)) row[width] = `d${(nextId += 1)}`;
  dirty = true;
  $("da-luu").textContent = "Chưa lưu";
  checkSoon();
  clearTimeout(savedSoon);
  if (!told.sent) savedSoon = setTimeout(save, 1500);
};

const payload = (more = {}) => ({ base, rows: shownRows(), origins: ids().map((id) => baseOf.get(id) ?? null), ...more });

const save = async (more = {}) => {
  clearTimeout(savedSoon);
  if (saving) {
    await saving;
    if (!dirty && !more.choices) return;
  }
  const before = ids();
  const body = payload(more);
  saving = send("luu", body);
  try {
    const answer = await saving;
    if (answer.headers.get("content-type")?.includes("json")) {
      saved(await answer.json(), before, body);
    } else {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      warn(`Chưa lưu được. ${page.querySelector("main")?.innerText.replace(/\s+/g, " ").trim() ?? ""}`);
    }
  } catch {
    warn("Chưa lưu được: chương trình không trả lời. Hãy xem cửa sổ lệnh còn mở không, rồi bấm “Lưu”. Những gì đã gõ vẫn còn ở đây.");
  } finally {
    saving = null;
  }
};

const saved = (answer, before, body) => {
  if (answer.clashes.length) {
    askAbout(answer);
    return;
  }
  $("va").hidden = true;
  told.sent = "";
  const same = JSON.stringify(shownRows()) === JSON.stringify(body.rows);
  if (answer.merged || body.choices) {
    // Others' rows came in: the grid shows what stands in the file now.
    const kept = same ? answer.rows : answer.rows;
    baseOf = new Map();
    base = answer.rows;
    const at = here();
    sheet.setData(padded(withIds(kept, true)));
    if (at) choose(Math.min(at[0], width - 1), Math.min(at[1], sheet.options.data.length - 1));
  } else {
    base = answer.rows;
    baseOf = new Map();
    let line = 0;
    body.rows.forEach((row, y) => {
      if (row.some((cell) => cell.trim())) {
        baseOf.set(before[y], line);
        line += 1;
      }
    });
  }
  dirty = !same && !answer.merged;
  if (dirty) savedSoon = setTimeout(save, 1500);
  $("da-luu").textContent = dirty ? "Chưa lưu" : `Đã lưu ${answer.hour}`;
  others?.postMessage("saved");
  check();
};

const padded = (rows) => {
  while (rows.length < 5) rows.push([...blank(), ""]);
  return rows;
};

const askAbout = (answer) => {
  const box = $("va");
  const head = document.createElement("h2");
  head.textContent = "Hai nơi sửa khác nhau; chưa lưu";
  const who = document.createElement("p");
  who.textContent = `${answer.by || "Người khác"} đã lưu bảng này sau khi trang này mở. Hãy chọn cho từng ô; ô khác đã được gộp. Bản không chọn vẫn lấy lại được.`;
  const form = document.createElement("form");
  answer.clashes.forEach((clash, at) => {
    const group = document.createElement("fieldset");
    const legend = document.createElement("legend");
    legend.textContent = `Dòng ${clash.row + 1}${clash.column === null ? "" : `, ${told.columns[clash.column].title}`}`;
    group.append(legend);
    for (const [value, words, text] of [["mine", "Của trang này", clash.mine], ["theirs", "Đang ở trong tệp", clash.theirs]]) {
      const label = document.createElement("label");
      label.className = "choice";
      const input = document.createElement("input");
      input.type = "radio";
      input.name = `va-${at}`;
      input.value = value;
      input.checked = value === "mine";
      label.append(input, `${words}: ${text || "(bỏ dòng, để trống)"}`);
      group.append(label);
    }
    form.append(group);
  });
  const button = document.createElement("button");
  button.className = "strong";
  button.textContent = "Lưu theo lựa chọn";
  form.append(button);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const choices = answer.clashes.map((_, at) => form.elements[`va-${at}`].value === "theirs");
    save({ choices, seen: answer.content });
  });
  box.className = "mistakes";
  box.setAttribute("role", "alert");
  box.tabIndex = -1;
  box.replaceChildren(head, who, form);
  box.hidden = false;
  box.focus();
};

const warn = (words) => {
  const note = document.createElement("p");
  note.textContent = words;
  $("canh").replaceChildren(note);
  $("canh").hidden = false;
};

$("luu").addEventListener("click", () => {
  finish(true);
  told.sent = "";
  save();
});
// A link waits for the save, so that the next page shows what was written here.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[href]");
  if (!link || link.target || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  finish(true);
  if (!dirty || told.sent || link.origin !== location.origin) return;
  event.preventDefault();
  await save();
  if (!dirty) location.href = link.href;
});
window.addEventListener("pagehide", () => {
  finish(true);
  if (dirty && !told.sent) send("luu", payload(), { keepalive: true });
});
window.addEventListener("beforeunload", (event) => {
  finish(true);
  if (dirty && told.sent) event.preventDefault();
  else if (dirty && new Blob([JSON.stringify(payload())]).size > 60000) {
    save();
    event.preventDefault();
  }
});
others?.addEventListener("message", (event) => {
  if (event.data === "hello") others.postMessage("open");
  if (event.data === "open" || event.data === "hello") warn("Bảng này đang mở ở một trang khác. Mỗi ô ai sửa thì giữ của người ấy; ô cả hai cùng sửa sẽ được hỏi khi lưu.");
  if (event.data === "saved") warn("Trang khác vừa lưu bảng này. Lần lưu tới sẽ gộp; hoặc tải lại trang để xem ngay.");
});
others?.postMessage("hello");

// ---- opening

place.querySelector(".jss_content")?.setAttribute("tabindex", "-1");
const startAt = () => {
  const y = told.line ? told.lines.indexOf(Number(told.line)) : -1;
  const x = told.columns.findIndex((one) => one.title === told.header);
  choose(Math.max(x, 0), Math.max(y, 0));
};
startAt();
check();
