"use strict";
// A text as lines: each says what it is and how deep it stands; saved whole, and only over what was opened.

const known = JSON.parse(document.querySelector("#loi-van-du-lieu").textContent);
const outline = document.querySelector("#dan-y");
const said = document.querySelector("#da-luu");
const faults = document.querySelector("#loi");
let dirty = false;

function indent(row) {
  const kind = row.querySelector("select")?.value ?? row.querySelector("[data-kind]").dataset.kind;
  const depth = known.leveled.includes(kind) ? Number(row.dataset.depth) : 0;
  row.classList.forEach((name) => name.startsWith("bac-") && row.classList.remove(name));
  row.classList.add("bac-" + Math.min(depth, 6));
}

function grow(area) {
  area.rows = Math.max(1, Math.ceil(area.value.length / 90));
}

function changed() {
  dirty = true;
  previewSoon();
  said.textContent = "Chưa lưu";
}

function deeper(row, by) {
  row.dataset.depth = Math.min(known.deepest, Math.max(0, Number(row.dataset.depth) + by));
  indent(row);
  changed();
}

function added(row) {
  const made = row.cloneNode(true);
  if (!made.querySelector("textarea")) return null;
  made.dataset.origin = "";
  made.querySelector(".label").textContent = "";
  made.querySelector("textarea").value = "";
  made.querySelector("select").value = row.querySelector("select").value;
  row.after(made);
  indent(made);
  grow(made.querySelector("textarea"));
  changed();
  made.querySelector("textarea").focus();
  return made;
}

function removed(row) {
  const next = row.nextElementSibling ?? row.previousElementSibling;
  if (!next) return;
  row.remove();
  changed();
  next.querySelector("textarea, button").focus();
}

function moved(row, by) {
  const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (by < 0) other.before(row);
  else other.after(row);
  changed();
  row.querySelector("textarea")?.focus();
}

outline.addEventListener("keydown", (event) => {
  const row = event.target.closest("li");
  if (event.target.tagName !== "TEXTAREA" || event.isComposing) return;
  const act = {
    ArrowLeft: () => deeper(row, -1),
    ArrowRight: () => deeper(row, 1),
    ArrowUp: () => moved(row, -1),
    ArrowDown: () => moved(row, 1),
  }[event.key];
  if (event.altKey && act) {
    event.preventDefault();
    act();
  } else if (event.key === "Enter" && !event.ctrlKey) {
    event.preventDefault();
    added(row);
  }
});

outline.addEventListener("input", (event) => {
  if (event.target.tagName === "TEXTAREA") grow(event.target);
  changed();
});
outline.addEventListener("change", (event) => indent(event.target.closest("li")));
outline.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-do]");
  if (!button) return;
  (button.dataset.do === "them" ? added : removed)(button.closest("li"));
});

// ---- texts to cite

document.querySelector("#them-can-cu").addEventListener("click", () => {
  const field = document.querySelector("#can-cu");
  const words = field.value.trim();
  if (!words) {
    field.focus();
    return;
  }
  const rows = [...outline.children].filter((row) => row.querySelector("select"));
  const last = rows.filter((row) => row.querySelector("select").value === known.basis).pop() ?? rows[0];
  const made = added(last);
  made.dataset.depth = 0;
  made.querySelector("select").value = known.basis;
  made.querySelector("textarea").value = words;
  field.value = "";
  indent(made);
  grow(made.querySelector("textarea"));
});

// ---- the page as it will print, made anew once the keys rest

const sheet = document.querySelector("#trang-in");
const picture = sheet.querySelector("img");
const told = document.querySelector("#trang-so");
const PAUSE = 1500;
let shown = { pages: 0, place: "" };
let at = 1;
let asked = 0;
let timer = 0;

function previewSoon() {
  clearTimeout(timer);
  if (!sheet.hidden) timer = setTimeout(preview, PAUSE);
}

function turn(by) {
  at = Math.min(Math.max(1, at + by), Math.max(1, shown.pages));
  picture.src = `${shown.place}?trang=${at}`;
  picture.alt = `Trang ${at}; lời văn ở bên cạnh`;
  picture.hidden = false;
  told.textContent = `Trang ${at}/${shown.pages}`;
}

async function preview() {
  const number = (asked += 1);
  told.textContent = "Đang lập trang…";
  const answer = await fetch(known.preview, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Vanban-dau": mark },
    body: JSON.stringify({ lines: written() }),
  });
  if (number !== asked) return;
  const made = answer.ok ? await answer.json() : { why_not: "Chưa lập được trang để xem. Hãy lưu lời văn rồi lập văn bản." };
  if (made.pages) {
    shown = made;
    turn(0);
  } else if (made.word) {
    told.textContent = "Máy chưa có LibreOffice nên hiện tệp Word; chỗ ngắt trang có thể khác khi in.";
    showWord(document.querySelector("#trang-word"), made.word);
  } else {
    told.textContent = `Chưa xem được trang: ${made.why_not}`;
  }
}

document.querySelector("#xem-truoc").addEventListener("click", (event) => {
  sheet.hidden = !sheet.hidden;
  event.target.setAttribute("aria-pressed", String(!sheet.hidden));
  document.querySelector("#viet").classList.toggle("with-page", !sheet.hidden);
  if (!sheet.hidden) preview();
});
document.querySelector("#trang-truoc").addEventListener("click", () => turn(-1));
document.querySelector("#trang-sau").addEventListener("click", () => turn(1));

// ---- saving

function written() {
  return [...outline.children].map((row) => ({
    kind: row.querySelector("select")?.value ?? row.querySelector("[data-kind]").dataset.kind,
    depth: Number(row.dataset.depth),
    text: row.querySelector("textarea")?.value ?? "",
    origin: row.dataset.origin === "" ? null : Number(row.dataset.origin),
  }));
}

async function save(next) {
  const lines = written();
  said.textContent = "Đang lưu…";
  const answer = await fetch(known.place, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Vanban-dau": mark },
    body: JSON.stringify({ lines, seen: known.content }),
  });
  const told = answer.ok ? await answer.json() : { wrong: ["Chưa lưu được. Hãy xem chương trình còn chạy không rồi bấm Lưu lại."] };
  if (told.changed) told.wrong = ["Lời văn này đã được sửa ở tab khác hoặc trong tệp. Hãy chép chỗ vừa gõ, tải lại trang rồi sửa tiếp."];
  faults.hidden = !told.wrong.length;
  faults.replaceChildren(...told.wrong.map((words) => Object.assign(document.createElement("p"), { textContent: words })));
  if (told.wrong.length) {
    said.textContent = "Chưa lưu";
    faults.focus();
    return;
  }
  dirty = false;
  sessionStorage.setItem("da-luu", "Đã lưu " + told.hour + (told.doubts.length ? ". Cần xem lại: " + told.doubts.join(" ") : ""));
  if (next) location.href = next;
  else location.reload();
}

document.querySelector("#luu").addEventListener("click", () => save());
document.querySelector("#luu-tiep")?.addEventListener("click", () => (dirty ? save(known.next) : location.assign(known.next)));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.key.toLowerCase() === "s") {
    event.preventDefault();
    save();
  }
});
window.addEventListener("beforeunload", (event) => {
  if (dirty) event.preventDefault();
});

for (const row of outline.children) {
  indent(row);
  const area = row.querySelector("textarea");
  if (area) grow(area);
}
said.textContent = sessionStorage.getItem("da-luu") ?? "";
sessionStorage.removeItem("da-luu");
