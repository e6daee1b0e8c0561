"use strict";
// What proofreading found is framed on the picture of the page; a click on either shows the other.

const SVG = "http://www.w3.org/2000/svg";
const paper = document.querySelector(".sheet-place");
const list = document.getElementById("soat");

const show = (number) => {
  for (const one of document.querySelectorAll(".shown")) one.classList.remove("shown");
  const frame = paper.querySelector(`[data-frame~="${number}"]`);
  const found = document.getElementById(`sai-${number}`);
  frame?.classList.add("shown");
  found?.classList.add("shown");
  return [frame, found];
};

const words = (number) => `Chỗ ${number}: ${document.querySelector(`#sai-${number} .what`).innerText}`;

// Faults of the same words share a frame: each further click on it shows the next of them.
const frameOf = (here, number, wrong) => {
  const frame = document.createElementNS(SVG, "a");
  const numbers = [number];
  frame.setAttribute("href", `#sai-${number}`);
  for (const [, left, top, width, height] of here) {
    const box = document.createElementNS(SVG, "rect");
    for (const [name, value] of Object.entries({ x: left - 0.005, y: top - 0.003, width: width + 0.01, height: height + 0.006 })) box.setAttribute(name, value);
    frame.append(box);
  }
  const say = () => {
    frame.dataset.frame = numbers.join(" ");
    frame.setAttribute("aria-label", numbers.map(words).join("; "));
  };
  frame.addEventListener("click", (event) => {
    event.preventDefault();
    const at = numbers.findIndex((one) => document.getElementById(`sai-${one}`).classList.contains("shown"));
    show(numbers[(at + 1) % numbers.length])[1].scrollIntoView({ block: "nearest" });
  });
  say();
  frame.classList.toggle("wrong", wrong);
  return { frame, add: (another, isWrong) => { numbers.push(another); say(); if (isWrong) frame.classList.add("wrong"); } };
};

const draw = () => {
  paper.querySelector("svg")?.remove();
  const layer = document.createElementNS(SVG, "svg");
  layer.setAttribute("viewBox", "0 0 1 1");
  layer.setAttribute("preserveAspectRatio", "none");
  const frames = new Map();
  for (const found of list.querySelectorAll("li[id]")) {
    const number = found.id.replace("sai-", "");
    const wrong = found.classList.contains("wrong");
    const here = [...found.querySelectorAll("[data-place]")].map((one) => one.dataset.place.split(" ").map(Number)).filter((one) => String(one[0]) === paper.dataset.page);
    if (!here.length) continue;
    const place = String(here);
    if (frames.has(place)) frames.get(place).add(number, wrong);
    else frames.set(place, frameOf(here, number, wrong));
  }
  layer.append(...[...frames.values()].map((one) => one.frame));
  if (layer.childNodes.length) paper.append(layer);
  const asked = location.hash.match(/^#sai-(\d+)$/);
  if (asked) show(asked[1])[1]?.scrollIntoView({ block: "nearest" });
};

if (paper) {
  if (list.querySelector("li[id]")) draw();
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
