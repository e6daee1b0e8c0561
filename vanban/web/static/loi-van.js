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

async function save() {
  const lines = [...outline.children].map((row) => ({
    kind: row.querySelector("select")?.value ?? row.querySelector("[data-kind]").dataset.kind,
    depth: Number(row.dataset.depth),
    text: row.querySelector("textarea")?.value ?? "",
    origin: row.dataset.origin === "" ? null : Number(row.dataset.origin),
  }));
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
  location.reload();
}

document.querySelector("#luu").addEventListener("click", save);
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
