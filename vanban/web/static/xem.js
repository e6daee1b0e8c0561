"use strict";
// What proofreading found is framed on the picture of the page; a click on either shows the other.

const SVG = "http://www.w3.org/2000/svg";
const paper = document.querySelector(".sheet-place");
const list = document.getElementById("soat");

const show = (number) => {
  for (const one of document.querySelectorAll(".shown")) one.classList.remove("shown");
  const frame = paper.querySelector(`[data-frame="${number}"]`);
  const found = document.getElementById(`sai-${number}`);
  frame?.classList.add("shown");
  found?.classList.add("shown");
  return [frame, found];
};

const draw = () => {
  paper.querySelector("svg")?.remove();
  const layer = document.createElementNS(SVG, "svg");
  layer.setAttribute("viewBox", "0 0 1 1");
  layer.setAttribute("preserveAspectRatio", "none");
  for (const found of list.querySelectorAll("li[id]")) {
    const number = found.id.replace("sai-", "");
    const here = [...found.querySelectorAll("[data-place]")].map((one) => one.dataset.place.split(" ").map(Number)).filter((one) => String(one[0]) === paper.dataset.page);
    if (!here.length) continue;
    const frame = document.createElementNS(SVG, "a");
    frame.setAttribute("href", `#sai-${number}`);
    frame.dataset.frame = number;
    frame.setAttribute("aria-label", `Chỗ ${number}: ${found.querySelector(".what").innerText}`);
    if (found.classList.contains("wrong")) frame.classList.add("wrong");
    for (const [, left, top, width, height] of here) {
      const box = document.createElementNS(SVG, "rect");
      for (const [name, value] of Object.entries({ x: left - 0.005, y: top - 0.003, width: width + 0.01, height: height + 0.006 })) box.setAttribute(name, value);
      frame.append(box);
    }
    frame.addEventListener("click", (event) => {
      event.preventDefault();
      show(number)[1].scrollIntoView({ block: "nearest" });
    });
    layer.append(frame);
  }
  if (layer.childNodes.length) paper.append(layer);
  const asked = location.hash.match(/^#sai-(\d+)$/);
  if (asked) show(asked[1])[1]?.scrollIntoView({ block: "nearest" });
};

if (paper) {
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.target === list) draw();
  });
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-show]");
    const frame = link && show(link.dataset.show)[0];
    if (!frame) return;
    event.preventDefault();
    frame.scrollIntoView({ block: "center" });
  });
}
