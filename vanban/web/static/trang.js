"use strict";
// What every page does: scripts that write send the session's mark; long work is watched; files can be dropped.

const mark = document.querySelector("meta[name=dau]").content;

document.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-Vanban-dau"] = mark;
});

for (const place of document.querySelectorAll("[data-work]")) {
  const stream = new EventSource(place.dataset.work);
  const bar = place.querySelector("rect");
  const words = place.querySelector("[data-words]");
  stream.addEventListener("message", (event) => {
    const now = JSON.parse(event.data);
    bar.setAttribute("width", now.percent + "%");
    if (words.textContent !== now.words) words.textContent = now.words;
    if (!now.running) {
      stream.close();
      location.reload();
    }
  });
}

for (const place of document.querySelectorAll(".drop")) {
  const input = place.querySelector("input[type=file]");
  place.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.classList.add("over");
  });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

// A form is sent once, however often its button is pressed, unless it only hands out files and the page stays.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented || "handsOut" in form.dataset) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
});
window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// The guide's section beside the title opens in place, and is closed by the same sign.
document.querySelector(".ask")?.addEventListener("click", (event) => {
  const section = document.getElementById("giup");
  if (!section.hasChildNodes()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  section.replaceChildren();
});

const summary = document.querySelector(".mistakes");
if (summary) summary.focus();
